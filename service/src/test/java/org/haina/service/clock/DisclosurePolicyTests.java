package org.haina.service.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.haina.service.clock.ClockName.CORRECTION;
import static org.haina.service.clock.ClockName.DECISION;
import static org.haina.service.clock.ClockName.NOTICE;
import static org.haina.service.clock.Moment.ACCEPTED;
import static org.haina.service.clock.Moment.CORRECTION_ANSWERED;
import static org.haina.service.clock.Moment.DECIDED;
import static org.haina.service.clock.Moment.EXTENDED;
import static org.haina.service.clock.Moment.NOTICE_ISSUED;
import static org.haina.service.clock.Moment.RECEIVED;
import static org.haina.service.clock.Moment.SPECIAL_PROCEDURE_ENDED;
import static org.haina.service.clock.Moment.SPECIAL_PROCEDURE_NOTIFIED;

import org.haina.service.calendar.Limit;
import org.junit.jupiter.api.Test;

/** 政府信息公开条例 30, 33: counted from receipt, anew from the corrected request, without the time others are asked. */
class DisclosurePolicyTests {

    private final Story request =
            new Story("information-disclosure", new LimitTerms(null, Limit.workingDays(15), null, null, null, null));

    @Test
    void the_answer_is_due_twenty_working_days_after_receipt_whenever_it_is_registered() {
        request.on("2026-11-02", RECEIVED);
        assertThat(request.due(DECISION)).isEqualTo("2026-11-30");
        assertThat(request.due(NOTICE)).isEqualTo("2026-11-11");

        request.on("2026-11-06", ACCEPTED);

        assertThat(request.due(DECISION)).isEqualTo("2026-11-30");
        assertThat(request.due(NOTICE)).isNull();
    }

    @Test
    void a_notice_ends_the_period_and_the_corrected_request_begins_it_anew() {
        request.on("2026-11-02", RECEIVED).on("2026-11-05", NOTICE_ISSUED);
        assertThat(request.due(DECISION)).isNull();
        assertThat(request.due(CORRECTION)).isEqualTo("2026-11-26");
        assertThat(request.onExpiry(CORRECTION)).isEqualTo(Consequence.CORRECTION_EXPIRED);

        request.on("2026-11-09", CORRECTION_ANSWERED);

        assertThat(request.due(DECISION)).isEqualTo("2026-12-07");
    }

    @Test
    void a_late_notice_accepts_nothing_and_is_supervised() {
        request.on("2026-11-02", RECEIVED);

        assertThat(request.onExpiry(NOTICE)).isEqualTo(Consequence.ESCALATE);
    }

    @Test
    void a_notice_that_is_late_or_repeated_gives_the_organ_no_new_period() {
        request.on("2026-11-02", RECEIVED).on("2026-11-12", NOTICE_ISSUED);
        assertThat(request.due(DECISION))
                .as("the seventh working day was the 11th")
                .isEqualTo("2026-11-30");
        request.on("2026-11-13", CORRECTION_ANSWERED);
        assertThat(request.due(DECISION)).isEqualTo("2026-11-30");

        Story twice = new Story(
                "information-disclosure", new LimitTerms(null, Limit.workingDays(15), null, null, null, null));
        twice.on("2026-11-02", RECEIVED)
                .on("2026-11-05", NOTICE_ISSUED)
                .on("2026-11-09", CORRECTION_ANSWERED)
                .on("2026-11-10", NOTICE_ISSUED)
                .on("2026-11-12", CORRECTION_ANSWERED);

        assertThat(twice.due(DECISION)).isEqualTo("2026-12-07");
    }

    @Test
    void the_time_in_which_the_third_party_is_asked_does_not_count() {
        request.on("2026-11-02", RECEIVED)
                .on("2026-11-03", ACCEPTED)
                .on("2026-11-04", SPECIAL_PROCEDURE_NOTIFIED, "letter")
                .on("2026-11-18", SPECIAL_PROCEDURE_ENDED);

        assertThat(request.due(DECISION)).isEqualTo("2026-12-14"); // ten working days later than 30 November
    }

    @Test
    void it_is_extended_once_by_twenty_working_days() {
        request.on("2026-11-02", RECEIVED).on("2026-11-03", ACCEPTED).on("2026-11-10", EXTENDED, "leave");

        assertThat(request.due(DECISION)).isEqualTo("2026-12-28");
        assertThatThrownBy(() -> request.on("2026-11-11", EXTENDED, "again")).isInstanceOf(IllegalStateException.class);
        request.on("2026-12-01", DECIDED);
        assertThat(request.due(DECISION)).isNull();
    }
}
