package org.haina.service.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.clock.ClockName.DECISION;
import static org.haina.service.clock.ClockName.DELIVERY;
import static org.haina.service.clock.ClockName.EXAMINATION;
import static org.haina.service.clock.ClockName.NOTICE;
import static org.haina.service.clock.ClockName.POLICE_OPINION;
import static org.haina.service.clock.ClockName.TRANSPORT_OPINION;
import static org.haina.service.clock.ClockName.URGING;
import static org.haina.service.clock.Moment.ACCEPTED;
import static org.haina.service.clock.Moment.DECIDED;
import static org.haina.service.clock.Moment.EXAMINED;
import static org.haina.service.clock.Moment.OPINIONS_IN;
import static org.haina.service.clock.Moment.OPINION_URGED;
import static org.haina.service.clock.Moment.POLICE_ANSWERED;
import static org.haina.service.clock.Moment.POLICE_ASKED;
import static org.haina.service.clock.Moment.RECEIVED;
import static org.haina.service.clock.Moment.TRANSPORT_ANSWERED;
import static org.haina.service.clock.Moment.TRANSPORT_ASKED;
import static org.haina.service.clock.Moment.WITHDRAWN;

import org.haina.service.calendar.Limit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 校车安全管理条例 15: three working days for each department, five for the examination; the licence law's clock runs on. */
class SchoolBusPolicyTests {

    private final Story bus = new Story(
            "school-bus-regulation",
            new LimitTerms(Limit.workingDays(3), Limit.workingDays(15), null, Limit.workingDays(15), null, null));

    @BeforeEach
    void accepted_on_monday_and_both_asked() {
        bus.on("2026-11-02", RECEIVED);
        assertThat(bus.due(NOTICE)).isEqualTo("2026-11-09");
        assertThat(bus.promised(NOTICE)).isEqualTo("2026-11-05");
        bus.on("2026-11-02", ACCEPTED).on("2026-11-02", POLICE_ASKED).on("2026-11-02", TRANSPORT_ASKED);
    }

    @Test
    void each_department_has_three_working_days_of_its_own() {
        assertThat(bus.due(POLICE_OPINION)).isEqualTo("2026-11-05");
        assertThat(bus.due(TRANSPORT_OPINION)).isEqualTo("2026-11-05");

        bus.on("2026-11-04", TRANSPORT_ANSWERED);

        assertThat(bus.due(TRANSPORT_OPINION)).isNull();
        assertThat(bus.due(POLICE_OPINION)).isEqualTo("2026-11-05");
        assertThat(bus.due(EXAMINATION)).isNull();
    }

    @Test
    void silence_is_urged_and_then_goes_up() {
        assertThat(bus.onExpiry(POLICE_OPINION)).isEqualTo(Consequence.URGE);
        assertThat(bus.onExpiry(TRANSPORT_OPINION)).isEqualTo(Consequence.URGE);

        bus.on("2026-11-06", OPINION_URGED).on("2026-11-09", OPINION_URGED);

        assertThat(bus.due(URGING)).as("from the first urging").isEqualTo("2026-11-10");
        assertThat(bus.onExpiry(URGING)).isEqualTo(Consequence.ESCALATE);
        assertThat(bus.due(POLICE_OPINION)).isEqualTo("2026-11-05");
    }

    @Test
    void what_they_said_is_examined_in_five_working_days() {
        bus.on("2026-11-04", TRANSPORT_ANSWERED)
                .on("2026-11-06", OPINION_URGED)
                .on("2026-11-09", POLICE_ANSWERED)
                .on("2026-11-09", OPINIONS_IN);
        assertThat(bus.due(URGING)).isNull();
        assertThat(bus.due(EXAMINATION)).isEqualTo("2026-11-16");

        bus.on("2026-11-12", EXAMINED);

        assertThat(bus.due(EXAMINATION)).isNull();
    }

    @Test
    void asking_does_not_stop_the_decision_and_each_clock_cites_its_own_law() {
        bus.on("2026-11-04", TRANSPORT_ANSWERED)
                .on("2026-11-09", POLICE_ANSWERED)
                .on("2026-11-09", OPINIONS_IN);

        assertThat(bus.due(DECISION)).isEqualTo("2026-11-30");
        assertThat(bus.promised(DECISION)).isEqualTo("2026-11-23");
        assertThat(basis(DECISION)).startsWith("《中华人民共和国行政许可法》第四十二条");
        assertThat(basis(POLICE_OPINION)).startsWith("《校车安全管理条例》第十五条");

        bus.on("2026-11-20", DECIDED);

        assertThat(bus.due(DELIVERY)).isEqualTo("2026-12-04");
    }

    @Test
    void a_withdrawal_ends_what_departments_owe() {
        bus.on("2026-11-03", WITHDRAWN);

        assertThat(bus.due(POLICE_OPINION)).isNull();
        assertThat(bus.due(TRANSPORT_OPINION)).isNull();
    }

    private String basis(ClockName clock) {
        return ClockRun.latest(clock, bus.ledger()).orElseThrow().start().basis();
    }
}
