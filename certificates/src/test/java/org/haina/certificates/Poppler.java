package org.haina.certificates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The independent reader that tests compare with. */
public final class Poppler {
    private Poppler() {}

    public static String run(String... command) throws InterruptedException {
        try {
            Path output = Files.createTempFile("poppler", ".txt");
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command[0] + " did not end within a minute");
            }
            String text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command[0] + ": install the package poppler-utils", e);
        }
    }
}
