package org.haina.service.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.clock.ClockName.DECISION;
import static org.haina.service.clock.ClockName.DELIVERY;
import static org.haina.service.clock.ClockName.NOTICE;
import static org.haina.service.clock.Moment.ACCEPTED;
import static org.haina.service.clock.Moment.DECIDED;
import static org.haina.service.clock.Moment.DEEMED_ACCEPTED;
import static org.haina.service.clock.Moment.DELIVERED;
import static org.haina.service.clock.Moment.RECEIVED;

import org.junit.jupiter.api.Test;

/** 民办教育促进法 17: three months from acceptance, delivery included; acceptance is the licence law's. */
class PrivateSchoolPolicyTests {

    private static final String POLICY = "private-school-licence";

    private final Story school = new Story(POLICY, LimitTerms.ofPolicy());

    @Test
    void the_decision_is_due_with_its_delivery_three_months_after_acceptance() {
        school.on("2026-11-23", RECEIVED).on("2026-11-25", ACCEPTED).on("2027-02-01", DECIDED);
        assertThat(school.due(DECISION)).isEqualTo("2027-02-25");
        assertThat(school.due(DELIVERY)).isNull();

        school.on("2027-02-08", DELIVERED);

        assertThat(school.due(DECISION)).isNull();
    }

    @Test
    void silence_accepts_from_the_day_of_receipt() {
        school.on("2026-11-23", RECEIVED);
        assertThat(school.due(NOTICE)).isEqualTo("2026-11-30");
        assertThat(school.onExpiry(NOTICE)).isEqualTo(Consequence.DEEMED_ACCEPTED);

        school.on("2026-12-01", DEEMED_ACCEPTED);

        assertThat(school.due(DECISION)).isEqualTo("2027-02-23");
    }

    @Test
    void each_clock_cites_its_own_law_and_no_expert_review_stops_one() {
        school.on("2026-11-23", RECEIVED).on("2026-11-25", ACCEPTED);

        assertThat(school.ledger())
                .extracting(LedgerEntry::basis)
                .anyMatch(basis -> basis.startsWith("《中华人民共和国行政许可法》第三十二条"))
                .anyMatch(basis -> basis.startsWith("《中华人民共和国民办教育促进法》第十七条"));
        assertThat(new ClockPolicies()
                        .get(POLICY)
                        .rule(DECISION)
                        .orElseThrow()
                        .stop()
                        .kinds())
                .doesNotContain("专家评审");
    }
}
