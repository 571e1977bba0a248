package org.haina.service.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.haina.service.clock.ClockName.CORRECTION;
import static org.haina.service.clock.ClockName.DECISION;
import static org.haina.service.clock.ClockName.DELIVERY;
import static org.haina.service.clock.ClockName.NOTICE;
import static org.haina.service.clock.Moment.ACCEPTED;
import static org.haina.service.clock.Moment.CORRECTION_ANSWERED;
import static org.haina.service.clock.Moment.DECIDED;
import static org.haina.service.clock.Moment.DELIVERED;
import static org.haina.service.clock.Moment.EXTENDED;
import static org.haina.service.clock.Moment.NOTICE_ISSUED;
import static org.haina.service.clock.Moment.RECEIVED;
import static org.haina.service.clock.Moment.SPECIAL_PROCEDURE_NOTIFIED;

import java.time.LocalDate;
import org.haina.service.calendar.Limit;
import org.junit.jupiter.api.Test;

class TeacherPolicyTests {

    private static final LocalDate WINDOW_END = LocalDate.of(2026, 11, 27);
    private static final LimitTerms TERMS =
            new LimitTerms(Limit.workingDays(5), null, null, Limit.workingDays(15), null, WINDOW_END);

    private final Story teacher = new Story("teacher-regulation", TERMS);

    @Test
    void the_result_is_due_thirty_days_after_the_window_whenever_the_case_came() {
        teacher.on("2026-11-02", RECEIVED);
        Story late = new Story("teacher-regulation", TERMS).on("2026-11-27", RECEIVED);

        assertThat(teacher.due(DECISION)).isEqualTo("2026-12-28"); // 27 December is a Sunday
        assertThat(late.due(DECISION)).isEqualTo("2026-12-28");
        assertThat(teacher.promised(DECISION)).isEqualTo("2026-12-18");
    }

    @Test
    void acceptance_and_decision_do_not_end_the_limit_delivery_does() {
        teacher.on("2026-11-02", RECEIVED).on("2026-11-04", ACCEPTED).on("2026-12-10", DECIDED);
        assertThat(teacher.due(DECISION)).isEqualTo("2026-12-28");
        assertThat(teacher.due(DELIVERY)).isNull();

        teacher.on("2026-12-14", DELIVERED);

        assertThat(teacher.due(DECISION)).isNull();
    }

    @Test
    void papers_may_be_completed_until_the_window_ends() {
        teacher.on("2026-11-02", RECEIVED).on("2026-11-04", NOTICE_ISSUED);

        assertThat(teacher.due(NOTICE)).isNull();
        assertThat(teacher.due(CORRECTION)).isEqualTo(WINDOW_END);
        assertThat(teacher.onExpiry(CORRECTION)).isEqualTo(Consequence.CORRECTION_EXPIRED);

        teacher.on("2026-11-20", CORRECTION_ANSWERED);

        assertThat(teacher.due(CORRECTION)).isNull();
        assertThat(teacher.due(NOTICE)).isEqualTo("2026-11-27");
    }

    @Test
    void who_is_told_after_the_window_still_has_five_working_days() {
        teacher.on("2026-11-27", RECEIVED).on("2026-11-30", NOTICE_ISSUED);

        assertThat(teacher.due(CORRECTION)).isEqualTo("2026-12-07");
    }

    @Test
    void a_window_that_ends_on_a_day_off_is_not_prolonged() {
        Story sunday = new Story(
                "teacher-regulation", new LimitTerms(null, null, null, null, null, LocalDate.of(2026, 11, 29)));

        sunday.on("2026-11-02", RECEIVED).on("2026-11-04", NOTICE_ISSUED);

        assertThat(sunday.due(CORRECTION)).isEqualTo("2026-11-29");
    }

    @Test
    void a_late_notice_accepts_nothing_here() {
        teacher.on("2026-11-02", RECEIVED);

        assertThat(teacher.due(NOTICE)).isEqualTo("2026-11-09");
        assertThat(teacher.onExpiry(NOTICE)).isEqualTo(Consequence.ESCALATE);
    }

    @Test
    void an_item_without_a_limit_for_the_notice_has_no_such_clock() {
        Story story = new Story("teacher-regulation", new LimitTerms(null, null, null, null, null, WINDOW_END));

        assertThat(story.on("2026-11-02", RECEIVED).due(NOTICE)).isNull();
    }

    @Test
    void nothing_stops_or_extends_the_limit() {
        teacher.on("2026-11-02", RECEIVED).on("2026-11-04", ACCEPTED);

        teacher.on("2026-12-01", NOTICE_ISSUED, "notice").on("2026-12-02", SPECIAL_PROCEDURE_NOTIFIED, "notice");

        assertThat(teacher.stands(DECISION)).isFalse();
        assertThat(teacher.due(CORRECTION)).isNull();
        assertThat(teacher.due(DECISION)).isEqualTo("2026-12-28");
        assertThatThrownBy(() -> teacher.on("2026-12-03", EXTENDED, "approval"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_case_without_a_window_is_refused() {
        Story story = new Story("teacher-regulation", LimitTerms.ofPolicy());

        assertThatThrownBy(() -> story.on("2026-11-02", RECEIVED)).isInstanceOf(IllegalArgumentException.class);
    }
}
