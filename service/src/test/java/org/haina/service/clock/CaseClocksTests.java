package org.haina.service.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.haina.service.clock.ClockName.CORRECTION;
import static org.haina.service.clock.ClockName.DECISION;
import static org.haina.service.clock.ClockName.NOTICE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.calendar.CountedDay;
import org.haina.service.calendar.Limit;
import org.haina.service.calendar.LimitUnit;
import org.haina.service.clock.Deadline.Urgency;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.CaseNumbers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class CaseClocksTests {

    private static final LimitTerms TEACHER =
            new LimitTerms(Limit.workingDays(5), null, null, Limit.workingDays(15), null, LocalDate.of(2026, 11, 27));

    @Autowired
    CaseClocks clocks;

    @Autowired
    MovableClock time;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void a_received_case_has_its_deadlines_and_a_promise() {
        CaseNumber number = number();

        Optional<PromisedDay> promised = received(number, "teacher-regulation", TEACHER);

        assertThat(promised).contains(new PromisedDay(LocalDate.of(2026, 12, 18), false));
        assertThat(clocks.deadline(number, DECISION))
                .contains(new Deadline(
                        DECISION,
                        LocalDate.of(2026, 12, 28),
                        LocalDate.of(2026, 12, 18),
                        false,
                        false,
                        false,
                        LocalDate.of(2026, 11, 23),
                        LimitUnit.WORKING_DAYS,
                        19,
                        Urgency.GREEN));
        assertThat(clocks.dueDates(List.of(number)).get(number))
                .isEqualTo(clocks.deadline(number, NOTICE).orElseThrow());
    }

    @Test
    void opening_and_observing_come_to_the_same_as_receiving() {
        CaseNumber one = number();
        CaseNumber two = number();

        received(one, "administrative-licence", LimitTerms.ofPolicy());
        transaction.executeWithoutResult(status -> {
            clocks.open(two, "administrative-licence", LimitTerms.ofPolicy());
            clocks.observe(two, Moment.RECEIVED, time.instant(), "citizen", null);
        });

        assertThat(clocks.ledger(two)).isEqualTo(clocks.ledger(one)).hasSize(1);
        assertThat(clocks.deadlines(two)).isEqualTo(clocks.deadlines(one));
    }

    @Test
    void a_licence_is_promised_as_if_accepted_at_once() {
        assertThat(clocks.promisedBy("administrative-licence", LimitTerms.ofPolicy(), LocalDate.of(2026, 11, 23)))
                .contains(new PromisedDay(LocalDate.of(2026, 12, 21), false));
        assertThat(clocks.promisedBy("none", LimitTerms.ofPolicy(), LocalDate.of(2026, 11, 23)))
                .isEmpty();
    }

    @Test
    void a_date_that_touches_the_year_without_official_calendar_is_marked() {
        CaseNumber number = number();
        received(number, "administrative-licence", LimitTerms.ofPolicy());
        time.set(LocalDateTime.of(2026, 12, 10, 9, 0));

        observe(number, Moment.ACCEPTED, null);

        Deadline deadline = clocks.deadline(number, DECISION).orElseThrow();
        assertThat(deadline.due()).isEqualTo("2027-01-08");
        assertThat(deadline.dueProvisional()).isTrue();
    }

    @Test
    void a_promise_within_the_official_year_is_certain_though_the_law_gives_time_into_the_next() {
        CaseNumber number = number();

        received(
                number,
                "teacher-regulation",
                new LimitTerms(null, null, null, Limit.workingDays(15), null, LocalDate.of(2026, 12, 10)));

        Deadline deadline = clocks.deadline(number, DECISION).orElseThrow();
        assertThat(deadline.target()).isEqualTo("2026-12-31");
        assertThat(deadline.due()).isEqualTo("2027-01-11");
        assertThat(deadline.provisional()).isFalse();
        assertThat(deadline.dueProvisional()).isTrue();
    }

    @Test
    void the_correction_of_a_teacher_case_ends_with_the_window() {
        CaseNumber number = number();
        received(number, "teacher-regulation", TEACHER);

        observe(number, Moment.NOTICE_ISSUED, "notice-1");

        assertThat(clocks.deadline(number, NOTICE)).isEmpty();
        assertThat(clocks.deadline(number, CORRECTION).orElseThrow().due()).isEqualTo("2026-11-27");
        assertThat(clocks.explain(number, CORRECTION).orElseThrow().limit()).isNull();
    }

    @Test
    void a_request_for_papers_after_acceptance_changes_no_deadline() {
        CaseNumber number = number();
        received(number, "administrative-licence", LimitTerms.ofPolicy());
        observe(number, Moment.ACCEPTED, null);
        Deadline before = clocks.deadline(number, DECISION).orElseThrow();

        observe(number, Moment.NOTICE_ISSUED, "notice-2");

        assertThat(clocks.deadlines(number)).containsExactly(before);
    }

    @Test
    void a_stopped_clock_keeps_its_remaining_days_however_long_it_stands() {
        CaseNumber number = number();
        received(number, "administrative-licence", LimitTerms.ofPolicy());
        observe(number, Moment.ACCEPTED, null);
        time.set(LocalDateTime.of(2026, 11, 25, 9, 0));
        observe(number, Moment.SPECIAL_PROCEDURE_NOTIFIED, "notice-45");
        time.set(LocalDateTime.of(2027, 3, 1, 9, 0));

        Deadline stopped = clocks.deadline(number, DECISION).orElseThrow();

        assertThat(stopped.stopped()).isTrue();
        assertThat(stopped.remainingWorkingDays()).isEqualTo(18);
        assertThat(stopped.urgency()).isEqualTo(Urgency.GREEN);
    }

    @Test
    void on_days_off_after_the_last_day_it_is_late_and_not_still_the_last_day() {
        CaseNumber number = number();
        time.set(LocalDateTime.of(2026, 11, 20, 9, 0));
        received(number, "administrative-licence", LimitTerms.ofPolicy());

        assertThat(leftOn(number, LocalDateTime.of(2026, 11, 26, 9, 0))).isEqualTo("还剩 1 个工作日");
        assertThat(leftOn(number, LocalDateTime.of(2026, 11, 27, 23, 59))).isEqualTo("今天到期"); // a Friday
        assertThat(leftOn(number, LocalDateTime.of(2026, 11, 28, 0, 0))).isEqualTo("已超期");
        assertThat(leftOn(number, LocalDateTime.of(2026, 11, 30, 9, 0))).isEqualTo("已超期 1 个工作日");
    }

    @Test
    void of_a_limit_in_months_or_natural_days_natural_days_are_left() {
        CaseNumber months = number();
        received(months, "private-school-licence", LimitTerms.ofPolicy());
        observe(months, Moment.ACCEPTED, null); // due on Tuesday 23 February
        CaseNumber days = number();
        received(days, "public-service", LimitTerms.ofPolicy());
        observe(days, Moment.NOTICE_ISSUED, null);

        assertThat(clocks.deadline(months, DECISION).orElseThrow().left()).isEqualTo("还剩 92 个自然日");
        assertThat(clocks.deadline(days, CORRECTION).orElseThrow().left()).isEqualTo("还剩 30 个自然日");
        time.set(LocalDateTime.of(2026, 12, 19, 9, 0)); // a Saturday
        assertThat(clocks.deadline(days, CORRECTION).orElseThrow().left()).isEqualTo("还剩 4 个自然日");
        time.set(LocalDateTime.of(2027, 2, 25, 9, 0));
        assertThat(clocks.deadline(months, DECISION).orElseThrow().left()).isEqualTo("已超期 2 个自然日");
    }

    @Test
    void a_last_day_that_is_given_is_a_natural_day_and_a_promise_says_its_own_unit() {
        CaseNumber number = number();
        received(number, "teacher-regulation", TEACHER);

        assertThat(clocks.deadline(number, DECISION).orElseThrow().unit()).isEqualTo(LimitUnit.WORKING_DAYS);
        observe(number, Moment.NOTICE_ISSUED, null);
        Deadline correction = clocks.deadline(number, CORRECTION).orElseThrow();
        assertThat(correction.unit()).isEqualTo(LimitUnit.NATURAL_DAYS);
        assertThat(clocks.explain(number, CORRECTION).orElseThrow().deadline()).isEqualTo(correction);
    }

    @Test
    void the_light_turns_yellow_above_80_percent_and_red_when_late() {
        CaseNumber number = number();
        received(number, "administrative-licence", LimitTerms.ofPolicy());
        observe(number, Moment.ACCEPTED, null); // due on Monday 21 December

        assertThat(lightOn(number, LocalDateTime.of(2026, 12, 15, 9, 0))).isEqualTo(Urgency.GREEN); // 16 of 20 used
        assertThat(lightOn(number, LocalDateTime.of(2026, 12, 16, 9, 0))).isEqualTo(Urgency.YELLOW);
        assertThat(lightOn(number, LocalDateTime.of(2026, 12, 21, 23, 59))).isEqualTo(Urgency.YELLOW);
        assertThat(lightOn(number, LocalDateTime.of(2026, 12, 22, 0, 0))).isEqualTo(Urgency.RED);
        assertThat(clocks.deadline(number, DECISION).orElseThrow().remainingWorkingDays())
                .isEqualTo(-1);
    }

    @Test
    void the_promised_date_is_explained_day_by_day_with_stop_law_and_document() {
        CaseNumber number = number();
        received(number, "administrative-licence", LimitTerms.ofPolicy());
        observe(number, Moment.ACCEPTED, null);
        time.set(LocalDateTime.of(2026, 11, 25, 9, 0));
        observe(number, Moment.SPECIAL_PROCEDURE_NOTIFIED, "notice-45");
        time.set(LocalDateTime.of(2026, 11, 27, 9, 0));
        observe(number, Moment.SPECIAL_PROCEDURE_ENDED, null);

        ClockExplanation explained = clocks.explain(number, DECISION).orElseThrow();

        assertThat(explained.deadline().target()).isEqualTo("2026-12-23");
        assertThat(explained.basis()).startsWith("《中华人民共和国行政许可法》第四十二条");
        assertThat(explained.days().stream().mapToInt(CountedDay::number).max()).hasValue(20);
        assertThat(explained.days().get(explained.days().size() - 1).date()).isEqualTo("2026-12-23");
        assertThat(explained.days().get(2).reason()).contains("第四十五条").contains("notice-45");
        assertThat(explained.entries()).extracting(LedgerEntry::act).hasSize(3);
    }

    @Test
    void the_ledger_is_append_only() {
        CaseNumber number = number();
        received(number, "administrative-licence", LimitTerms.ofPolicy());

        assertThatThrownBy(() -> jdbc.sql("delete from case_clock_entry").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(
                        () -> jdbc.sql("update case_clock_entry set at = now()").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void nothing_is_written_without_the_callers_transaction_or_for_an_unknown_case() {
        assertThatThrownBy(() -> clocks.open(number(), "none", LimitTerms.ofPolicy()))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> observe(number(), Moment.ACCEPTED, null)).hasMessageContaining("has no clocks");
    }

    @Test
    void a_case_has_one_set_of_clocks() {
        CaseNumber number = number();
        received(number, "none", LimitTerms.ofPolicy());

        assertThatThrownBy(() -> received(number, "none", LimitTerms.ofPolicy()))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void a_rollback_takes_the_ledger_entry_with_it() {
        CaseNumber number = number();
        received(number, "administrative-licence", LimitTerms.ofPolicy());

        transaction.executeWithoutResult(status -> {
            clocks.observe(number, Moment.ACCEPTED, time.instant(), "clerk", null);
            status.setRollbackOnly();
        });

        assertThat(clocks.deadline(number, DECISION)).isEmpty();
        assertThat(clocks.ledger(number)).hasSize(1);
    }

    private Urgency lightOn(CaseNumber number, LocalDateTime shanghai) {
        time.set(shanghai);
        return clocks.deadline(number, DECISION).orElseThrow().urgency();
    }

    private String leftOn(CaseNumber number, LocalDateTime shanghai) {
        time.set(shanghai);
        return clocks.deadline(number, NOTICE).orElseThrow().left();
    }

    private Optional<PromisedDay> received(CaseNumber number, String policy, LimitTerms terms) {
        Instant at = time.instant();
        return transaction.execute(status -> clocks.receive(number, policy, terms, at, "citizen", null));
    }

    private void observe(CaseNumber number, Moment moment, @Nullable String document) {
        transaction.executeWithoutResult(status -> clocks.observe(number, moment, time.instant(), "clerk", document));
    }

    private CaseNumber number() {
        return new CaseNumbers(time).next();
    }
}
