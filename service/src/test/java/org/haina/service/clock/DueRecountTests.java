package org.haina.service.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.calendar.CalendarYears;
import org.haina.service.calendar.CalendarYears.Publication;
import org.haina.service.calendar.Limit;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.CaseNumbers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes years far ahead, so that no other test's dates move. */
@ServiceTest
class DueRecountTests {

    @Autowired
    CaseClocks clocks;

    @Autowired
    CalendarYears years;

    @Autowired
    DueRecount recount;

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
    void publishing_a_year_moves_open_deadlines_and_lists_them() {
        time.set(LocalDateTime.of(2080, 4, 22, 9, 0)); // a Monday
        CaseNumber number = licence();
        CaseNumber withdrawn = licence();
        observe(withdrawn, Moment.WITHDRAWN);
        observe(number, Moment.ACCEPTED);
        Deadline before = clocks.deadline(number, ClockName.DECISION).orElseThrow();
        assertThat(before.due()).isEqualTo("2080-05-20");
        assertThat(before.promised()).isEqualTo("2080-05-06");
        assertThat(before.provisional()).isTrue();

        var published = (Publication.Published)
                years.publish(year(2080, "\"2080-05-01\",\"2080-05-02\",\"2080-05-03\"", "\"2080-05-04\""), "operator");

        Deadline after = clocks.deadline(number, ClockName.DECISION).orElseThrow();
        assertThat(after.due()).isEqualTo("2080-05-22");
        assertThat(after.promised()).isEqualTo("2080-05-08");
        assertThat(after.provisional()).isFalse();
        assertThat(clocks.changes(published.version()))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactlyInAnyOrder(
                        new DeadlineChange(
                                0,
                                number,
                                ClockName.DECISION,
                                false,
                                LocalDate.of(2080, 5, 20),
                                LocalDate.of(2080, 5, 22)),
                        new DeadlineChange(
                                0,
                                number,
                                ClockName.DECISION,
                                true,
                                LocalDate.of(2080, 5, 6),
                                LocalDate.of(2080, 5, 8)));
        assertThat(clocks.ledger(number)).hasSize(3);
    }

    @Test
    void what_was_counted_with_an_older_calendar_is_recounted_by_the_next_sweep() {
        CaseNumber number = licence();
        observe(number, Moment.ACCEPTED);
        jdbc.sql("update clock_due set calendar_version = 0, due_on = due_on - 1 where case_number = :number")
                .param("number", number.value())
                .update();

        recount.catchUp();

        assertThat(clocks.deadline(number, ClockName.DECISION).orElseThrow().due())
                .isEqualTo("2026-12-21");
    }

    private CaseNumber licence() {
        LimitTerms terms = new LimitTerms(null, null, null, Limit.workingDays(10), null, null);
        CaseNumber number = new CaseNumbers(time).next();
        transaction.executeWithoutResult(
                status -> clocks.receive(number, "administrative-licence", terms, time.instant(), "citizen", null));
        return number;
    }

    private void observe(CaseNumber number, Moment moment) {
        transaction.executeWithoutResult(status -> clocks.observe(number, moment, time.instant(), "clerk", null));
    }

    private static String year(int year, String holidays, String workdays) {
        return """
                {"%d": {"status": "official", "source": ["https://example.org"], "holidays": [%s], "workdays": [%s],
                 "statutory": []}}
                """
                .formatted(year, holidays, workdays);
    }
}
