package org.haina.service.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.service.script.Workshop.Ending;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one script, as far as it goes without building and starting anything real. */
class HainaScriptTests {

    @TempDir
    Path folder;

    private Workshop haina;

    @BeforeEach
    void setUp() throws IOException {
        haina = new Workshop(folder);
    }

    @Test
    void help_names_every_verb() throws Exception {
        Ending help = haina.run("help");

        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out().lines().filter(line -> line.startsWith("  ")).map(line -> line.trim()
                        .split(" ")[0]))
                .containsExactly("run", "test", "doctor", "bench", "reset", "backup", "restore", "exit", "help");
    }

    @Test
    void an_unknown_verb_is_answered_with_the_known_ones() throws Exception {
        Ending ending = haina.run("start");

        assertThat(ending.code()).isEqualTo(2);
        assertThat(ending.err()).startsWith("usage: ./haina VERB");
        assertThat(ending.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mvn, run, Maven 3.8 or newer is missing",
        "node, run, Node 20 or newer is missing",
        "java, run, JDK 17 or newer is missing: install one or set JAVA_HOME",
        "javac, run, 'a JDK is needed, only a Java run time was found: set JAVA_HOME'",
        "mvn, test, Maven 3.8 or newer is missing",
        "node, doctor, Node 20 or newer is missing",
    })
    void a_tool_that_is_missing_is_named(String tool, String verb, String words) throws Exception {
        assertRefused(haina.without(tool).run(verb), words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "test", "doctor"})
    void a_full_disk_is_said_before_anything_is_begun(String verb) throws Exception {
        Ending ending =
                haina.built().with("HAINA_MIN_DISK_MB", Integer.MAX_VALUE).run(verb);

        assertThat(ending.code()).isEqualTo(1);
        assertThat(ending.out()).isEmpty();
        assertThat(ending.err()).matches("haina: disk full: \\d+ MB free in .*/home, 2147483647 MB needed\n");
    }

    @ParameterizedTest
    @CsvSource({
        "HAINA_PORT, service",
        "HAINA_KEYCLOAK_PORT, login server",
        "HAINA_SANDBOX_PORT, sandbox authorities",
    })
    void a_port_in_use_is_named_with_the_setting_for_another(String setting, String part) throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ending ending = haina.built().with(setting, other.getLocalPort()).run("run");

            assertRefused(
                    ending,
                    "port " + other.getLocalPort() + " is in use, the " + part
                            + " cannot start: stop what uses it or set " + setting);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "run --fast, run does not know --fast",
        "run --items nowhere, --items nowhere: there is no such folder",
        "test --short, test knows only --long",
        "bench, bench knows: accept",
        "backup, usage: ./haina backup FILE",
        "restore nothing, usage: ./haina restore FILE [--yes]",
    })
    void what_it_does_not_understand_it_says(String command, String words) throws Exception {
        assertRefused(haina.run(command.split(" ")), words);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void the_doctor_ends_as_the_examination_did(int code) throws Exception {
        Ending ending = haina.built().with("STUB_EXIT", code).run("doctor", "services/any");

        assertThat(ending.code()).isEqualTo(code);
        assertThat(ending.out()).contains("item.yaml, element, reason");
    }

    @Test
    void what_was_backed_up_and_reset_comes_back_as_it_was() throws Exception {
        haina.built();
        stored("postgres/cluster/PG_VERSION", "17");
        stored("postgres/cluster/base/1", "rows");
        stored("keys/ring.json", "keys");
        stored("files/ab/cd", "sealed");
        Map<String, String> before = stored();
        Path backup = folder.resolve("backup.tgz");

        assertThat(haina.run("backup", backup.toString()).out()).contains("backup: ", "holds keys");
        assertThat(haina.run("reset").err()).isEqualTo("haina: nothing done\n");
        assertThat(stored()).isEqualTo(before);
        assertThat(haina.run("reset", "--yes").out()).contains("reset: the next run starts empty");
        assertThat(stored()).isEmpty();
        assertThat(haina.home.resolve("app/haina.jar")).exists();

        stored("files/ab/other", "of a later time");
        assertThat(haina.run("restore", backup.toString(), "--yes").out()).contains("restored from " + backup);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void what_is_no_backup_replaces_nothing() throws Exception {
        stored("keys/ring.json", "keys");
        Path text = Files.writeString(folder.resolve("text"), "not packed");

        assertRefused(haina.run("restore", text.toString(), "--yes"), text + " is not a readable backup");
        assertRefused(haina.run("backup", folder.resolve("b").toString()), "nothing to back up in " + haina.home);
        assertThat(stored()).containsOnly(Map.entry("keys/ring.json", "keys"));
    }

    private static void assertRefused(Ending ending, String words) {
        assertThat(ending.err()).isEqualTo("haina: " + words + "\n");
        assertThat(ending.code()).isEqualTo(1);
    }

    private void stored(String file, String content) throws IOException {
        Path path = haina.home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    /** What there is to lose: not what was built, nor what a run notes. */
    private Map<String, String> stored() throws IOException {
        try (Stream<Path> files = Files.walk(haina.home)) {
            return files.filter(Files::isRegularFile)
                    .map(haina.home::relativize)
                    .filter(file -> !file.toString().matches("(app|keycloak|run)/.*"))
                    .collect(Collectors.toMap(
                            Path::toString, file -> read(haina.home.resolve(file)), (a, b) -> a, TreeMap::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
