package org.haina.service.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.haina.service.HainaApplication;
import org.haina.service.catalog.Artefacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that {@code ./haina doctor} starts, to its end. */
class DoctorExitTests {

    private static final String ITEM = "services/teacher-qualification";
    private static final String DEFINITION = "processes/" + ITEM + "/item.yaml";

    @TempDir
    Path folder;

    @Test
    void it_ends_with_0_on_what_is_shipped_and_with_1_on_a_broken_item_naming_file_element_and_reason()
            throws Exception {
        Path broken = folder.resolve("broken").resolve(DEFINITION);
        Files.createDirectories(broken.getParent());
        Files.writeString(
                broken,
                new String(Artefacts.read(null).get(DEFINITION), StandardCharsets.UTF_8)
                        .replace("clockPolicy: teacher-regulation", "clockPolicy: no-such-law"));

        Ending shipped = doctor();
        Ending one = doctor("--haina.doctor.item=" + ITEM);
        Ending author = doctor("--haina.doctor.item=" + ITEM, "--haina.doctor.items=" + folder.resolve("broken"));

        assertThat(shipped.code()).as(shipped.text()).isZero();
        assertThat(one.code()).as(one.text()).isZero();
        assertThat(author.code()).as(author.text()).isEqualTo(1);
        assertThat(author.text().lines()).contains(DEFINITION + ", clockPolicy, there is no clock policy no-such-law");
    }

    private record Ending(int code, String text) {}

    /** With the settings that the script gives it. */
    private Ending doctor(String... settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                HainaApplication.class.getName(),
                "--server.port=0",
                "--haina.demo=true",
                "--haina.home=" + home(),
                "--haina.doctor.run=true",
                "--db-scheduler.enabled=false",
                "--camunda.bpm.job-execution.enabled=false",
                "--logging.level.root=ERROR"));
        command.addAll(List.of(settings));
        Path text = folder.resolve("text");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(text.toFile());
        builder.environment()
                .put(
                        "CLASSPATH",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Ending(process.exitValue(), Files.readString(text));
    }

    /** Not below the temporary folder, which the database's library cleans. */
    private static Path home() {
        return Path.of("target/doctor").toAbsolutePath();
    }
}
