package org.haina.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.haina.service.FailPoint;
import org.haina.service.FailPoint.Where;
import org.haina.service.HttpApi;
import org.haina.service.LocalIssuer;
import org.haina.service.ServiceProcess;
import org.haina.service.TestDesk;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.Test;

/** The process dies while it opens a yearly check and while it tells a holder, before a commit and after one. */
class KilledSweepTests {

    private static final String CHECK = "insert into yearly_check";
    private static final String TOLD = "insert into renewal_notice";
    private static final String[] SETTINGS = {
        "--haina.yearly-checks.sweep=1s", "--haina.renewals.sweep=1s", "--db-scheduler.heartbeat-interval=1s"
    };

    @Test
    void a_check_is_opened_and_a_holder_told_once_whatever_dies_under_it() throws IOException {
        Path home = Files.createTempDirectory(
                Files.createDirectories(Path.of("target/killed").toAbsolutePath()), "sweeps");
        try (LocalIssuer issuer = new LocalIssuer()) {
            ServiceProcess service = ServiceProcess.start(home, issuer, SETTINGS);
            HttpApi api = new HttpApi(service.address());
            CaseNumber number = Applicant.number(Applicant.ready(issuer, api).submit(api));

            new FailPoint(Where.BEFORE_COMMIT, CHECK).arm(home);
            aLicence(service, number);
            service.awaitDeath();
            assertThat(checks(service, number)).as("nothing was committed").containsOnly(0);
            new FailPoint(Where.AFTER_COMMIT, CHECK).arm(home);
            ServiceProcess.startAndFail(home, issuer, SETTINGS);

            service = ServiceProcess.start(home, issuer, SETTINGS);
            assertLooked(service, "yearly-checks");
            assertThat(checks(service, number)).containsOnly(1);
            new FailPoint(Where.BEFORE_COMMIT, TOLD).arm(home);
            endsSoon(service, number);
            service.awaitDeath();
            assertThat(notices(service)).as("nothing was committed").containsOnly(0);
            new FailPoint(Where.AFTER_COMMIT, TOLD).arm(home);
            ServiceProcess.startAndFail(home, issuer, SETTINGS);

            try (ServiceProcess last = ServiceProcess.start(home, issuer, SETTINGS)) {
                assertLooked(last, "renewal-notices");
                assertThat(notices(last)).containsOnly(1);
                assertThat(checks(last, number)).containsOnly(1);
            }
        }
    }

    /** As if the case had granted the licence of a school last year. */
    private static void aLicence(ServiceProcess service, CaseNumber number) {
        service.database()
                .sql("update case_clock set policy = 'private-school-licence' where case_number = :number")
                .param("number", number.value())
                .update();
        service.database()
                .sql(
                        """
                        insert into certificate (id, case_number, code, title, status, number, identifier, file_id, hash, requested_at,
                          issued_at, granted_by, item, granted_at, next_check)
                        select gen_random_uuid(), :number, repeat('A', 26), '民办学校办学许可证', 'VALID', '教民1', '1', f.id,
                          repeat('a', 64), now(), now(), :number, 'training-licence', now(), 2026 from stored_file f limit 1
                        """)
                .param("number", number.value())
                .update();
    }

    private static void endsSoon(ServiceProcess service, CaseNumber number) {
        service.database()
                .sql("update certificate set valid_until = :day where case_number = :number")
                .param("day", LocalDate.of(2027, 1, 7))
                .param("number", number.value())
                .update();
    }

    /** Row, process, task, clock and entry on the time line. */
    private static List<Integer> checks(ServiceProcess service, CaseNumber number) {
        return service.database()
                .sql(
                        """
                        select n from (values
                          ((select count(*) from yearly_check where case_number = :number)),
                          ((select count(*) from act_ru_execution e join yearly_check y on y.process_instance = e.id_)),
                          ((select count(*) from work_item where case_number = :number and task_key = 'Task_CheckYearly')),
                          ((select count(*) from clock_due where case_number = :number and clock = 'YEARLY_CHECK')),
                          ((select count(*) from case_event where case_number = :number and kind = 'YEARLY_CHECK_OPENED'))) part(n)
                        """)
                .param("number", number.value())
                .query(Integer.class)
                .list();
    }

    /** Mark and message. */
    private static List<Integer> notices(ServiceProcess service) {
        return service.database()
                .sql(
                        """
                        select n from (values
                          ((select count(*) from renewal_notice where message_id is not null)),
                          ((select count(*) from outbound where reference like 'renewal:%'))) part(n)
                        """)
                .query(Integer.class)
                .list();
    }

    /** Waits for two whole looks from now on. */
    private static void assertLooked(ServiceProcess service, String task) {
        String last = looked(service, task);
        TestDesk.await("a look of " + task, () -> !looked(service, task).equals(last));
        String first = looked(service, task);
        TestDesk.await("another look of " + task, () -> !looked(service, task).equals(first));
    }

    private static String looked(ServiceProcess service, String task) {
        return service.database()
                .sql("select coalesce(max(last_success)::text, '') from scheduled_task where task_name = :task")
                .param("task", task)
                .query(String.class)
                .single();
    }
}
