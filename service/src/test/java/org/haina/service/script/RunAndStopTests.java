package org.haina.service.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.haina.service.TestDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./haina run} with parts that only listen: however it ends, nothing of it goes on. */
class RunAndStopTests {

    @TempDir
    Path folder;

    private Workshop haina;
    private Process run;
    private List<ProcessHandle> parts;

    @BeforeEach
    void a_running_haina() throws Exception {
        haina = new Workshop(folder).built();
        started();
    }

    private void started() throws Exception {
        run = haina.start("run");
        TestDesk.await("the start", () -> !run.isAlive() || said().contains("Stop with Ctrl-C"));
        assertThat(run.isAlive()).as(said()).isTrue();
        parts = List.of(haina.part("service"), haina.part("sandbox"), haina.part("keycloak"));
        assertThat(parts).allMatch(ProcessHandle::isAlive);
    }

    @AfterEach
    void nothing_is_left() {
        run.destroyForcibly();
        parts.forEach(ProcessHandle::destroyForcibly);
    }

    @ParameterizedTest
    @CsvSource({"INT", "TERM", "HUP"})
    void a_signal_stops_every_part_and_ends_well(String signal) throws Exception {
        signal(signal);

        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(haina.ending(run).code()).isZero();
        assertThat(haina.ending(run).out()).contains("stopping");
        assertThat(parts).noneMatch(RunAndStopTests::goesOn);
        assertThat(haina.home.resolve("run").toFile().list((place, name) -> name.endsWith(".pid")))
                .isEmpty();
    }

    @Test
    void a_part_that_ends_by_itself_is_named_and_takes_the_others_with_it() throws Exception {
        parts.get(0).destroyForcibly();

        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(haina.ending(run).code()).isEqualTo(1);
        assertThat(haina.ending(run).err())
                .startsWith("haina: the service ended: ")
                .hasLineCount(1);
        assertThat(parts).noneMatch(RunAndStopTests::goesOn);
    }

    @Test
    void what_a_killed_run_left_behind_is_stopped_by_the_next() throws Exception {
        List<ProcessHandle> left = parts;
        run.destroyForcibly();
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(left).allMatch(ProcessHandle::isAlive);

        started();

        assertThat(left).noneMatch(RunAndStopTests::goesOn);
    }

    /** Of an orphan that has ended the system keeps a trace until somebody asks for it: no program, but a process. */
    private static boolean goesOn(ProcessHandle part) {
        return part.isAlive() && part.info().command().isPresent();
    }

    private void signal(String name) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(run.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private String said() {
        try {
            return haina.said();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
