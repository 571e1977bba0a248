package org.haina.service.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.haina.processes.Finding;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.CaseNumbers;
import org.haina.service.oversight.StuckCases;
import org.haina.service.parties.Parties;
import org.haina.service.workflow.StuckSteps;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is put back at the end is put back because all tests share one database. */
@ServiceTest
class StateExaminationTests {

    @Autowired
    StateExamination state;

    @Autowired
    CaseConsistency cases;

    @Autowired
    Audit audit;

    @Autowired
    Parties parties;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    StuckCases stuck;

    @Autowired
    StuckSteps steps;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Test
    void a_flipped_row_of_the_log_is_a_finding() {
        audit.record(new AuditEntry("clerk.huangpu", "case.read", "case", null, Map.of("tab", "form")));
        long entry =
                jdbc.sql("select max(id) from audit_entry").query(Long.class).single();
        await(entry);

        flip(entry, "clerk.huangpu", "clerk.xuhui");
        try {
            assertThat(state.examine().findings())
                    .contains(new Finding(
                            "audit_entry", String.valueOf(entry), "Audit entry " + entry + " is not what was sealed"));
        } finally {
            flip(entry, "clerk.xuhui", "clerk.huangpu");
        }
        assertThat(state.examine().findings()).extracting(Finding::file).doesNotContain("audit_entry", "engine");
    }

    @Test
    void a_stuck_case_is_one_finding_with_step_reason_and_what_to_do() throws Exception {
        CaseNumber number = stuck.stuck(stuck.person());
        try {
            assertThat(state.examine().findings())
                    .filteredOn(finding -> finding.element().equals(number.value()))
                    .containsExactly(new Finding(
                            "case_file",
                            number.value(),
                            "is stuck at 制证并签章 (Task_SealCertificate) after 3 tries: Cannot print '…（…）': no value for"
                                    + " holder.birthDate; put right what it names, then retry on the page 卡住的办件"
                                    + " (/oversight/stuck)"));
        } finally {
            stuck.repair(number);
            transaction.executeWithoutResult(again -> steps.retry(number, "operator.city"));
            stuck.awaitGranted(number);
        }
    }

    @Test
    void a_case_without_its_process_and_work_nobody_waits_for_are_findings() {
        String number = "HN26" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        String task = UUID.randomUUID().toString();
        insert(number, task);
        try {
            assertThat(cases.findings())
                    .contains(
                            new Finding("case_file", number, "is REVIEWING and has no running process"),
                            new Finding(
                                    "work_item", task, "Task_ReviewApplication is open, the process has no such task"));
        } finally {
            jdbc.sql("delete from work_item where id = ?").param(task).update();
            jdbc.sql("delete from case_file where number = ?").param(number).update();
        }
    }

    @Test
    void a_complaint_that_nobody_takes_is_a_finding_that_says_what_to_do() {
        String number = new CaseNumbers(clock).next().value();
        String task = UUID.randomUUID().toString();
        insert(number, task);
        jdbc.sql(
                        """
                        insert into complaint (case_number, org, kind, received_at)
                        values (:number, '11319999MB0101012M', 'delay', :at)
                        """)
                .param("number", number)
                .param("at", Timestamp.from(clock.instant().minus(Duration.ofDays(30))))
                .update();
        try {
            assertThat(state.examine().findings())
                    .filteredOn(finding -> finding.file().equals("complaint")
                            && finding.element().equals(number))
                    .singleElement()
                    .satisfies(finding ->
                            assertThat(finding.reason()).contains("nobody has taken it", "the role supervisor"));
        } finally {
            jdbc.sql("delete from complaint where case_number = ?")
                    .param(number)
                    .update();
            jdbc.sql("delete from work_item where id = ?").param(task).update();
            jdbc.sql("delete from case_file where number = ?").param(number).update();
        }
    }

    @Test
    void an_act_against_a_grant_without_its_process_is_a_finding() {
        String number = "HN26" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        String task = UUID.randomUUID().toString();
        UUID act = UUID.randomUUID();
        insert(number, task);
        jdbc.sql(
                        """
                        insert into termination (id, case_number, act, ground, facts, by_holder, proposed_by, proposed_name,
                          proposed_at, process_instance)
                        values (:id, :number, 'CANCELLATION', 'DISSOLVED', '已经终止', false, 'nobody', '示例', :now, 'none')
                        """)
                .param("id", act)
                .param("number", number)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        try {
            assertThat(cases.findings())
                    .contains(new Finding("termination", number, "of " + act + " is open and has no running process"));
        } finally {
            jdbc.sql("delete from termination where id = ?").param(act).update();
            jdbc.sql("delete from work_item where id = ?").param(task).update();
            jdbc.sql("delete from case_file where number = ?").param(number).update();
        }
    }

    @Test
    void a_version_that_is_offered_and_cannot_run_and_a_move_nobody_goes_on_with_are_findings() {
        long version = jdbc.sql(
                        """
                        insert into item_version (key, version, sha, files, state, state_by)
                        values ('nowhere-deployed', '1.0.0', repeat('0', 64), '{}', 'PUBLISHED', 'operator.city') returning id
                        """)
                .query(Long.class)
                .single();
        long move = jdbc.sql(
                        """
                        insert into item_move (from_version, to_version, requested_by, requested_name, requested_at, reason)
                        values (:id, :id, 'operator.city', '运维示例', now() - interval '2 hours', '试行') returning id
                        """)
                .param("id", version)
                .query(Long.class)
                .single();
        try {
            assertThat(cases.findings())
                    .contains(
                            new Finding(
                                    "item_version",
                                    String.valueOf(version),
                                    "nowhere-deployed 1.0.0 is offered and no model of it is deployed"),
                            new Finding(
                                    "item_move",
                                    String.valueOf(move),
                                    "is not finished and nobody has settled a case for an hour"));
        } finally {
            jdbc.sql("delete from item_move where id = ?").param(move).update();
            jdbc.sql("delete from item_version where id = ?").param(version).update();
        }
    }

    private void insert(String number, String task) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql(
                        """
                        insert into case_file (number, item_key, item_version, status, district, org, applicant_id,
                          filed_by, channel, data, received_at)
                        values (:number, 'teacher-qualification', (select max(id) from item_version), 'REVIEWING', '310101',
                          '11319999MB0100001A', :applicant, 'nobody', 'API', '{}', :now)
                        """)
                .param("number", number)
                .param(
                        "applicant",
                        parties.recordCitizen("111", TestPerson.unknown().idNumber(), "张示例")
                                .value())
                .param("now", now)
                .update();
        jdbc.sql(
                        """
                        insert into work_item (id, case_number, item_key, item_title, task_key, name, role, district,
                          org, outcomes, applicant, opened_at)
                        values (:id, :number, 'teacher-qualification', '教师资格认定', 'Task_ReviewApplication', '审核', 'REVIEWER',
                          '310101', '11319999MB0100001A', '{approve,reject}', '张*', :now)
                        """)
                .param("id", task)
                .param("number", number)
                .param("now", now)
                .update();
    }

    private void flip(long entry, String from, String to) {
        JdbcTemplate db = new JdbcTemplate(owner);
        db.execute("alter table audit_entry disable trigger user");
        try {
            assertThat(db.update("update audit_entry set actor = ? where id = ? and actor = ?", to, entry, from))
                    .isEqualTo(1);
        } finally {
            db.execute("alter table audit_entry enable trigger user");
        }
    }

    private void await(long entry) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (jdbc.sql("select count(*) from audit_seal where entry_id = ?")
                        .param(entry)
                        .query(Integer.class)
                        .single()
                == 0) {
            assertThat(System.nanoTime()).as("waiting for the sealer").isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }
}
