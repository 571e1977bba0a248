package org.haina.service.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** Poppler, which knows nothing of how we print and sign. */
final class Tools {

    private Tools() {}

    static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }

    static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }
}
