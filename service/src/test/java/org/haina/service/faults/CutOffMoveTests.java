package org.haina.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.haina.service.CaseOracle;
import org.haina.service.FailPoint;
import org.haina.service.FailPoint.Where;
import org.haina.service.HttpApi;
import org.haina.service.LocalIssuer;
import org.haina.service.ServiceProcess;
import org.haina.service.TestDesk;
import org.haina.service.catalog.Artefacts;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process dies while it moves open cases to a new version, before a commit and after one; the next goes on. */
class CutOffMoveTests {

    private static final int CASES = 3;
    private static final String MOVING = "update case_file set item_version";
    private static final String INTAKE = "processes/phases/intake.bpmn";
    private static final String[] SETTINGS = {"--haina.versions.sweep=1s", "--db-scheduler.heartbeat-interval=1s"};

    @TempDir
    Path folder;

    @Test
    void each_case_is_moved_once_whatever_dies_under_it() throws IOException {
        Path home = Files.createTempDirectory(
                Files.createDirectories(Path.of("target/killed").toAbsolutePath()), "moves");
        try (LocalIssuer issuer = new LocalIssuer()) {
            List<CaseNumber> open = new ArrayList<>();
            try (ServiceProcess before = ServiceProcess.start(home, issuer, SETTINGS)) {
                HttpApi api = new HttpApi(before.address());
                for (int i = 0; i < CASES; i++) {
                    open.add(Applicant.number(Applicant.ready(issuer, api).submit(api)));
                }
            }
            aNewVersion();

            new FailPoint(Where.BEFORE_COMMIT, MOVING).arm(home);
            ServiceProcess dying = ServiceProcess.start(home, issuer, settings());
            ask(dying);
            dying.awaitDeath();
            assertThat(moves(dying)).as("nothing was committed").isEmpty();
            new FailPoint(Where.AFTER_COMMIT, MOVING).arm(home);
            ServiceProcess.startAndFail(home, issuer, settings());
            try (ServiceProcess last = ServiceProcess.start(home, issuer, settings())) {
                TestDesk.await("the end of the move", () -> last.database()
                        .sql("select finished_at is not null from item_move")
                        .query(Boolean.class)
                        .single());

                Collections.sort(open, java.util.Comparator.comparing(CaseNumber::value));
                assertThat(moves(last))
                        .as("each once")
                        .isEqualTo(open.stream().map(CaseNumber::value).toList());
                assertThat(last.database()
                                .sql(
                                        "select count(*) from case_file f join item_move m on f.item_version = m.to_version"
                                                + " join work_item w on w.case_number = f.number and w.name = '受理和核对'")
                                .query(Integer.class)
                                .single())
                        .isEqualTo(CASES);
                CaseOracle oracle = new CaseOracle(last.database());
                assertThat(oracle.halves()).isEmpty();
            }
        }
    }

    private void aNewVersion() throws IOException {
        write("processes/services/teacher-qualification/item.yaml", "\nversion: \\S+", "\nversion: 9.0.0");
        write(INTAKE, "(id=\"Task_AcceptApplication\" name=)\"[^\"]*\"", "$1\"受理和核对\"");
    }

    private void write(String path, String pattern, String text) throws IOException {
        String shipped = new String(Artefacts.read(null).get(path), StandardCharsets.UTF_8);
        String changed = shipped.replaceFirst(pattern, text);
        assertThat(changed).isNotEqualTo(shipped);
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), changed);
    }

    private String[] settings() {
        return new String[] {SETTINGS[0], SETTINGS[1], "--haina.catalog.items=" + folder};
    }

    /** As an operator's request is kept. */
    private static void ask(ServiceProcess service) {
        service.database()
                .sql(
                        """
                        with move as (
                          insert into item_move (from_version, to_version, requested_by, requested_name, requested_at, reason)
                          select f.item_version, v.id, 'operator.city', '运维示例', now(), '试行' from case_file f
                          join item_version v on v.key = f.item_key and v.version = '9.0.0' limit 1 returning id)
                        insert into item_move_case (move_id, case_number) select move.id, f.number from move, case_file f
                        """)
                .update();
    }

    private static List<String> moves(ServiceProcess service) {
        return service.database()
                .sql("select case_number from case_event where kind = 'CHANGE_ITEM_VERSION' order by case_number")
                .query(String.class)
                .list();
    }
}
