package org.haina.service.renewals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.decisions.Eligibility;
import org.haina.service.edge.Problem;
import org.haina.service.journey.LicenceChanges;
import org.haina.service.keys.CaseNumber;
import org.haina.service.renewals.SchoolLicences.Held;
import org.haina.service.terminations.Grants;
import org.haina.service.yearlychecks.DueYearlyChecks;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who decides on a renewal decides upon what is so then, and only as long as the law leaves him anything to decide. */
@ServiceTest
class RenewalDecidedTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 7);

    @Autowired
    SchoolLicences schools;

    @Autowired
    LicenceChanges changes;

    @Autowired
    Grants grants;

    @Autowired
    DueYearlyChecks due;

    @Autowired
    Eligibility eligibility;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock time;

    private Held held;
    private CaseNumber renewal;

    @BeforeEach
    void a_renewal_that_waits_for_the_decider_since_the_yearly_check_is_open() throws Exception {
        held = schools.ofLastYear(LAST_DAY);
        due.open();
        renewal = schools.confirm(held);
        schools.atTask(renewal, TestDesk.CLERK);
        changes.work(renewal, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        schools.atTask(renewal, TestDesk.REVIEWER);
        changes.work(renewal, TestDesk.REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"检查没有发现问题\"}");
        time.set(LocalDateTime.of(2026, 11, 24, 9, 30));
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void a_doubt_that_has_arisen_since_is_told_before_the_grant_and_the_earlier_one_is_kept() throws Exception {
        yearly("failed");

        assertThat(grants.refusal(renewal, TestDesk.DECIDER, "granted", "同意")).contains("新的疑问", "2026年度检查不合格");
        changes.work(renewal, TestDesk.DECIDER, "{\"outcome\":\"granted\",\"opinion\":\"问题轻微，同意延续\"}");
        changes.await(renewal, CaseStatus.GRANTED);

        assertThat(eligibility.course(cases.get(renewal)).orElseThrow())
                .extracting(doubt -> doubt.reason().reason(), doubt -> doubt.since(), doubt -> doubt.until()
                        .orElse(null))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("yearlyCheckFailed", time.instant(), null),
                        org.assertj.core.groups.Tuple.tuple("yearlyCheckOpen", MovableClock.START, time.instant()));
    }

    @Test
    void the_page_of_the_decider_shows_what_stands_now_and_since_when_and_what_is_gone() throws Exception {
        assertThat(grants.desk(renewal, TestDesk.DECIDER).text()).contains("2026年度检查还没有完成", "2026年11月23日");
        yearly("failed");

        Document page = grants.desk(renewal, TestDesk.DECIDER);

        assertThat(page.select(".note-yellow:contains(条件判断)").text())
                .contains("2026年度检查不合格", "2026年11月24日")
                .doesNotContain("还没有完成");
        assertThat(page.select("#doubts-gone").text()).contains("2026年度检查还没有完成", "2026年11月24日");
        changes.work(renewal, TestDesk.DECIDER, "{\"outcome\":\"granted\",\"opinion\":\"问题轻微，同意延续\"}");
    }

    @Test
    void nothing_is_refused_upon_a_doubt_that_is_gone() throws Exception {
        yearly("passed");

        assertThat(grants.refusal(renewal, TestDesk.DECIDER, "refused", "年度检查没有完成"))
                .contains("已经消除", "2026年度检查还没有完成");

        assertThat(cases.get(renewal).status()).isEqualTo(CaseStatus.DECIDING);
    }

    @Test
    void from_the_end_of_the_last_day_nobody_refuses_what_the_law_has_renewed() throws Exception {
        beforeTheSweep(() -> {
            time.set(LAST_DAY.atTime(23, 59));
            assertThatCode(this::refused).doesNotThrowAnyException();
        });

        beforeTheSweep(() -> {
            time.set(LAST_DAY.plusDays(1).atTime(0, 0));
            assertThatThrownBy(this::refused)
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("依法视为准予延续")
                    .hasMessageContaining("2027年1月7日");
            assertThatThrownBy(
                            () -> cases.move(renewal, CaseMove.WITHDRAW, Actor.of(filing.citizen(held.holder())), ""))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> cases.move(renewal, CaseMove.EXPIRE_CORRECTION, Actor.SYSTEM, ""))
                    .hasMessageContaining("依法视为准予延续");
        });

        changes.await(renewal, CaseStatus.GRANTED);
    }

    @Test
    void what_an_act_has_ended_meanwhile_may_be_refused_after_the_last_day() throws Exception {
        beforeTheSweep(() -> {
            time.set(LAST_DAY.plusDays(1).atTime(0, 0));
            jdbc.sql("update certificate set status = 'REVOKED' where case_number = ?")
                    .param(held.granted().value())
                    .update();
            assertThatCode(this::refused).doesNotThrowAnyException();
        });
    }

    private void refused() {
        cases.move(renewal, CaseMove.REFUSE, Actor.of(TestDesk.DECIDER), "不再符合条件");
    }

    /** While the clocks of the case are held, nobody else sees them end; afterwards nothing was done. */
    private void beforeTheSweep(Runnable action) {
        transaction.executeWithoutResult(status -> {
            assertThat(List.copyOf(jdbc.sql("select clock from clock_due where case_number = ? for update")
                            .param(renewal.value())
                            .query(String.class)
                            .list()))
                    .contains("RENEWAL");
            action.run();
            status.setRollbackOnly();
        });
    }

    private void yearly(String outcome) throws Exception {
        changes.work(
                held.granted(),
                TestDesk.REVIEWER,
                "{\"outcome\":\"%s\",\"opinion\":\"已核查材料和办学情况\"}".formatted(outcome));
    }
}
