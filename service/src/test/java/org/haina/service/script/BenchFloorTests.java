package org.haina.service.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.haina.service.script.Workshop.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The floor under the measurement: what it is, and that {@code ./haina bench} holds a report against it. */
class BenchFloorTests {

    private static final double AIM = 0.30;
    private static final double FACTOR = 5;

    @TempDir
    Path folder;

    @Test
    void the_floor_is_the_aim_unless_a_decision_names_the_lower_number() throws IOException {
        JsonNode accept = new ObjectMapper()
                .readTree(Path.of("../docs/bench-floor.json").toFile())
                .path("accept");

        double ratio = accept.path("ratio").asDouble();
        double slow = accept.path("p99_ratio").asDouble(Double.MAX_VALUE);
        assertThat(ratio >= AIM || isDecided("ratio", ratio, decisions())).isTrue();
        assertThat(slow <= FACTOR || isDecided("p99", slow, decisions())).isTrue();
    }

    @Test
    void a_lower_floor_needs_a_decision_that_names_its_number() throws IOException {
        List<String> decisions = decisions();
        List<String> decided =
                List.of("# 99. Dearer cases\n\n**Decision.** `./haina bench accept`: ratio 0.25 at least.");

        assertThat(decisions).hasSizeGreaterThan(10);
        assertThat(isDecided("ratio", 0.25, decisions)).isFalse();
        assertThat(isDecided("ratio", 0.25, decided)).isTrue();
        assertThat(isDecided("ratio", 0.24, decided)).isFalse();
    }

    /** A decision on the measurement gives this number. */
    private static boolean isDecided(String name, double floor, List<String> decisions) {
        String number = name + " " + String.format(Locale.ROOT, "%.2f", floor);
        return decisions.stream().anyMatch(text -> text.contains("`./haina bench accept`") && text.contains(number));
    }

    private static List<String> decisions() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../docs/adr"))) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{4}-.*\\.md"))
                    .map(BenchFloorTests::read)
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.30, 5.0, 0, ''",
        "0.41, 1.2, 0, ''",
        "0.29, 2.0, 1, 'haina: ratio 0.29 is below the floor of 0.3'",
        "0.35, 5.01, 1, 'haina: p99 is 5.01 times the baseline, more than 5 times'",
        "null, 2.0, 1, 'haina: ratio null is below the floor of 0.3'",
    })
    void a_report_below_the_floor_is_said_and_ends_with_1(String ratio, String slow, int code, String words)
            throws Exception {
        Path report = Files.writeString(
                folder.resolve("accept.json"),
                ("{\"name\":\"accept\",\"ours\":140,\"baseline\":400,\"ratio\":%s,\"unit\":\"cases/s\",\"p50_ms\":9,"
                                + "\"p99_ms\":30,\"detail\":{\"p99_ratio\":%s}}")
                        .formatted(ratio, slow));

        Ending ending = new Workshop(folder.resolve("haina")).run("bench", "accept", "--report", report.toString());

        assertThat(ending.out()).startsWith("accept: ours 140 cases/s, baseline 400, ratio " + number(ratio));
        assertThat(ending.err().strip()).isEqualTo(words);
        assertThat(ending.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0, ''", "0.001, 1, 'haina: ratio 0.001 is below the floor of'"})
    void so_is_a_report_of_cases_handled_meanwhile_which_has_no_p99_to_compare(String ratio, int code, String words)
            throws Exception {
        Path report = Files.writeString(
                folder.resolve("accept-handled.json"),
                ("{\"name\":\"accept-handled\",\"ours\":20,\"baseline\":400,\"ratio\":%s,\"unit\":\"cases/s\",\"p50_ms\":9,"
                                + "\"p99_ms\":30,\"detail\":{}}")
                        .formatted(ratio));

        Ending ending = new Workshop(folder.resolve("haina")).run("bench", "accept", "--report", report.toString());

        assertThat(ending.out().strip())
                .isEqualTo("accept-handled: ours 20 cases/s, baseline 400, ratio " + ratio + "; p50 9 ms, p99 30 ms");
        assertThat(ending.err()).startsWith(words);
        assertThat(ending.code()).isEqualTo(code);
    }

    private static String number(String text) {
        return text.replaceAll("0$", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
