package org.haina.service.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.haina.service.clock.ClockName.CORRECTION;
import static org.haina.service.clock.ClockName.DECISION;
import static org.haina.service.clock.ClockName.DELIVERY;
import static org.haina.service.clock.ClockName.NOTICE;
import static org.haina.service.clock.Moment.ACCEPTED;
import static org.haina.service.clock.Moment.CLOSED;
import static org.haina.service.clock.Moment.CORRECTION_ANSWERED;
import static org.haina.service.clock.Moment.DECIDED;
import static org.haina.service.clock.Moment.DEEMED_ACCEPTED;
import static org.haina.service.clock.Moment.DELIVERED;
import static org.haina.service.clock.Moment.EXTENDED;
import static org.haina.service.clock.Moment.NOTICE_ISSUED;
import static org.haina.service.clock.Moment.RECEIVED;
import static org.haina.service.clock.Moment.SPECIAL_PROCEDURE_ENDED;
import static org.haina.service.clock.Moment.SPECIAL_PROCEDURE_NOTIFIED;
import static org.haina.service.clock.Moment.WITHDRAWN;

import org.haina.service.calendar.Limit;
import org.junit.jupiter.api.Test;

class LicencePolicyTests {

    private final Story licence = new Story("administrative-licence", LimitTerms.ofPolicy());

    @Test
    void the_organ_has_five_working_days_for_the_one_notice() {
        licence.on("2026-09-18", RECEIVED);

        assertThat(licence.due(NOTICE)).isEqualTo("2026-09-24");
        assertThat(licence.onExpiry(NOTICE)).isEqualTo(Consequence.DEEMED_ACCEPTED);
        assertThat(licence.due(DECISION)).isNull();
    }

    @Test
    void silence_accepts_from_the_day_of_receipt_not_from_the_fifth_day() {
        licence.on("2026-09-18", RECEIVED).on("2026-09-25", DEEMED_ACCEPTED);

        assertThat(licence.due(NOTICE)).isNull();
        assertThat(licence.due(DECISION)).isEqualTo("2026-10-22"); // 20 working days from 18 September
    }

    @Test
    void the_last_day_of_the_licence_bounds_the_decision_on_its_renewal_wherever_the_case_stands() {
        Story renewal = new Story("licence-renewal", LimitTerms.ofPolicy());
        renewal.on("2026-11-23", RECEIVED).until("2027-01-07", "2026-11-23", Moment.RENEWAL_ASKED);
        assertThat(renewal.due(ClockName.RENEWAL)).isEqualTo("2027-01-07");
        assertThat(renewal.onExpiry(ClockName.RENEWAL)).isEqualTo(Consequence.DEEMED_RENEWED);

        renewal.on("2026-11-24", ACCEPTED).on("2026-11-25", Moment.SPECIAL_PROCEDURE_NOTIFIED, "notice");
        assertThat(renewal.due(ClockName.RENEWAL)).as("nothing stops it").isEqualTo("2027-01-07");

        renewal.on("2027-01-08", Moment.DEEMED_RENEWED);
        assertThat(renewal.due(ClockName.RENEWAL)).isNull();
        assertThat(renewal.due(DECISION)).isNull();
        assertThat(renewal.due(ClockName.DELIVERY)).isEqualTo("2027-01-22");
    }

    @Test
    void a_renewal_asked_for_too_late_has_no_such_clock() {
        Story renewal = new Story("licence-renewal", LimitTerms.ofPolicy());

        renewal.on("2026-11-23", RECEIVED).on("2026-11-24", ACCEPTED);

        assertThat(renewal.due(ClockName.RENEWAL)).isNull();
        assertThat(renewal.due(DECISION)).isEqualTo("2026-12-22");
    }

    @Test
    void acceptance_starts_the_decision_clock_that_day() {
        licence.on("2026-11-23", RECEIVED).on("2026-11-24", ACCEPTED);

        assertThat(licence.due(NOTICE)).isNull();
        assertThat(licence.due(DECISION)).isEqualTo("2026-12-22");
    }

    @Test
    void the_one_notice_ends_the_five_day_clock_and_no_decision_clock_runs() {
        licence.on("2026-11-23", RECEIVED).on("2026-11-25", NOTICE_ISSUED);

        assertThat(licence.due(NOTICE)).isNull();
        assertThat(licence.due(CORRECTION)).isNull();
        assertThat(licence.due(DECISION)).isNull();
    }

    @Test
    void the_applicant_gets_the_time_that_the_item_states() {
        Story story = new Story(
                "administrative-licence", new LimitTerms(null, Limit.naturalDays(10), null, null, null, null));

        story.on("2026-11-23", RECEIVED).on("2026-11-25", NOTICE_ISSUED);

        assertThat(story.due(CORRECTION)).isEqualTo("2026-12-07"); // 5 December is a Saturday
        assertThat(story.onExpiry(CORRECTION)).isEqualTo(Consequence.CORRECTION_EXPIRED);
    }

    @Test
    void papers_supplied_must_be_accepted_within_five_days_or_are_accepted_by_silence() {
        licence.on("2026-11-23", RECEIVED).on("2026-11-25", NOTICE_ISSUED).on("2026-11-30", CORRECTION_ANSWERED);
        assertThat(licence.due(NOTICE)).isEqualTo("2026-12-07");

        licence.on("2026-12-08", DEEMED_ACCEPTED);

        assertThat(licence.due(DECISION)).isEqualTo("2026-12-28"); // 20 working days from 30 November
    }

    @Test
    void a_request_for_papers_after_acceptance_never_stops_the_clock() {
        licence.on("2026-11-23", RECEIVED).on("2026-11-23", ACCEPTED).on("2026-11-26", NOTICE_ISSUED, "notice-2");

        assertThat(licence.due(DECISION)).isEqualTo("2026-12-21");
        assertThat(licence.stands(DECISION)).isFalse();
        assertThat(licence.due(CORRECTION)).isNull();
        assertThat(licence.last().act()).isEqualTo(LedgerEntry.Act.NOTED);
        assertThat(licence.last().basis()).isEqualTo("一次性告知补正：不停止计时");

        licence.on("2026-11-30", CORRECTION_ANSWERED);

        assertThat(licence.due(DECISION)).isEqualTo("2026-12-21");
        assertThat(licence.due(NOTICE)).isNull();
    }

    @Test
    void a_special_procedure_stands_the_clock_from_its_written_notice_until_its_end() {
        licence.on("2026-11-02", RECEIVED).on("2026-11-02", ACCEPTED);
        assertThat(licence.due(DECISION)).isEqualTo("2026-11-30");

        licence.on("2026-11-09", SPECIAL_PROCEDURE_NOTIFIED, "notice-45");
        assertThat(licence.stands(DECISION)).isTrue();
        assertThat(licence.last().basis()).contains("第四十五条");

        licence.on("2026-11-16", SPECIAL_PROCEDURE_ENDED);
        assertThat(licence.stands(DECISION)).isFalse();
        assertThat(licence.due(DECISION)).isEqualTo("2026-12-07"); // five working days later
    }

    @Test
    void without_its_written_notice_a_special_procedure_stops_nothing() {
        licence.on("2026-11-02", RECEIVED).on("2026-11-02", ACCEPTED).on("2026-11-09", SPECIAL_PROCEDURE_NOTIFIED);

        assertThat(licence.stands(DECISION)).isFalse();

        licence.on("2026-11-16", SPECIAL_PROCEDURE_ENDED);

        assertThat(licence.due(DECISION)).isEqualTo("2026-11-30");
    }

    @Test
    void a_stop_on_the_last_day_leaves_nothing_when_it_ends() {
        licence.on("2026-11-02", RECEIVED)
                .on("2026-11-02", ACCEPTED)
                .on("2026-11-30", SPECIAL_PROCEDURE_NOTIFIED, "notice-45")
                .on("2026-12-03", SPECIAL_PROCEDURE_ENDED);

        assertThat(licence.due(DECISION)).isEqualTo("2026-12-03");
    }

    @Test
    void a_limit_that_is_over_is_not_revived_by_a_stop() {
        licence.on("2026-11-02", RECEIVED)
                .on("2026-11-02", ACCEPTED)
                .on("2026-12-01", SPECIAL_PROCEDURE_NOTIFIED, "notice-45")
                .on("2026-12-10", SPECIAL_PROCEDURE_ENDED);

        assertThat(licence.due(DECISION)).isEqualTo("2026-11-30");
    }

    @Test
    void the_decision_is_extended_once_by_ten_working_days_and_only_with_its_approval() {
        licence.on("2026-11-02", RECEIVED).on("2026-11-02", ACCEPTED);
        assertThatThrownBy(() -> licence.on("2026-11-20", EXTENDED)).isInstanceOf(IllegalArgumentException.class);

        licence.on("2026-11-20", EXTENDED, "approval");

        assertThat(licence.due(DECISION)).isEqualTo("2026-12-14");
        assertThatThrownBy(() -> licence.on("2026-12-01", EXTENDED, "approval-2"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(licence.due(DECISION)).isEqualTo("2026-12-14");
    }

    @Test
    void extension_and_stop_add_up_in_either_order() {
        Story other = new Story("administrative-licence", LimitTerms.ofPolicy());
        licence.on("2026-11-02", RECEIVED).on("2026-11-02", ACCEPTED);
        other.on("2026-11-02", RECEIVED).on("2026-11-02", ACCEPTED);

        licence.on("2026-11-05", EXTENDED, "a")
                .on("2026-11-09", SPECIAL_PROCEDURE_NOTIFIED, "n")
                .on("2026-11-16", SPECIAL_PROCEDURE_ENDED);
        other.on("2026-11-09", SPECIAL_PROCEDURE_NOTIFIED, "n")
                .on("2026-11-12", EXTENDED, "a")
                .on("2026-11-16", SPECIAL_PROCEDURE_ENDED);

        assertThat(licence.due(DECISION)).isEqualTo("2026-12-21").isEqualTo(other.due(DECISION));
    }

    @Test
    void the_decision_starts_ten_working_days_for_delivery() {
        licence.on("2026-11-02", RECEIVED).on("2026-11-02", ACCEPTED).on("2026-11-23", DECIDED);

        assertThat(licence.due(DECISION)).isNull();
        assertThat(licence.due(DELIVERY)).isEqualTo("2026-12-07");

        licence.on("2026-11-25", DELIVERED);

        assertThat(licence.due(DELIVERY)).isNull();
    }

    @Test
    void withdrawal_ends_every_clock_and_nothing_starts_again() {
        licence.on("2026-11-02", RECEIVED).on("2026-11-03", ACCEPTED).on("2026-11-04", WITHDRAWN);
        licence.on("2026-11-05", RECEIVED).on("2026-11-05", DECIDED).on("2026-11-06", CLOSED);

        assertThat(ClockName.values())
                .allSatisfy(clock -> assertThat(licence.due(clock)).isNull());
    }

    @Test
    void repeated_moments_change_nothing() {
        licence.on("2026-11-02", RECEIVED).on("2026-11-03", RECEIVED);
        assertThat(licence.due(NOTICE)).isEqualTo("2026-11-09");

        licence.on("2026-11-03", ACCEPTED).on("2026-11-10", DEEMED_ACCEPTED).on("2026-11-11", ACCEPTED);

        assertThat(licence.due(DECISION)).isEqualTo("2026-12-01");
    }

    @Test
    void the_item_promises_less_than_the_law_allows_and_never_more() {
        var promising = new LimitTerms(null, null, null, Limit.workingDays(10), null, null);
        var impossible = new LimitTerms(null, null, null, Limit.months(6), null, null);

        assertThat(new Story("administrative-licence", promising)
                        .on("2026-11-23", ACCEPTED)
                        .promised(DECISION))
                .isEqualTo("2026-12-07");
        assertThat(new Story("administrative-licence", impossible)
                        .on("2026-11-23", ACCEPTED)
                        .promised(DECISION))
                .isEqualTo("2026-12-21");
    }

    @Test
    void other_law_may_give_the_item_another_limit() {
        var months = new LimitTerms(null, null, Limit.months(3), null, null, null);

        assertThat(new Story("administrative-licence", months)
                        .on("2026-07-03", ACCEPTED)
                        .due(DECISION))
                .isEqualTo("2026-10-08");
    }
}
