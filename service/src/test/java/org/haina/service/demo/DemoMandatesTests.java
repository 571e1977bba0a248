package org.haina.service.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.haina.integrations.DemoPerson;
import org.haina.integrations.DemoPersons;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.access.SignedIn;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.MandateStanding.State;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** agent.one acts for a demo company. */
@ServiceTest
class DemoMandatesTests {

    private static final DemoPerson AGENT =
            DemoPersons.get().findByAccount("agent.one").orElseThrow();
    private static final ItemKey FILING = new ItemKey("recruitment-notice-filing");

    @Autowired
    DemoMandates demo;

    @Autowired
    Parties parties;

    @Autowired
    Mandates mandates;

    @Autowired
    MovableClock time;

    @Autowired
    MockMvc web;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void the_agent_may_act_for_the_company_within_the_letter_s_scope() {
        PartyId agent = agent();
        PartyId company = parties.record("001", "91319999MA1FT0043X", "海纳示范教育科技有限公司");

        assertThat(mandates.standing(agent, company, FILING).state()).isEqualTo(State.HOLDS);
        assertThat(mandates.standing(agent, company, new ItemKey("consultation"))
                        .state())
                .isEqualTo(State.OTHER_ITEM);
    }

    @Test
    void the_agent_may_promise_for_a_social_organisation_whose_letter_says_so() {
        PartyId society = parties.record("001", "52319999MJ1FT0054K", "海纳示范公益进修中心");
        PartyId company = parties.record("001", "91319999MA1FT0043X", "海纳示范教育科技有限公司");

        assertThat(mandates.mayCommit(agent(), society, new ItemKey("training-licence-change")))
                .isTrue();
        assertThat(mandates.mayCommit(agent(), company, new ItemKey("training-licence")))
                .isFalse();
    }

    @Test
    void the_letter_says_for_which_item_the_agent_may_also_promise() {
        PartyId company = parties.record("001", "91319999MA1FT0043X", "海纳示范教育科技有限公司");

        assertThat(mandates.mayCommit(agent(), company, new ItemKey("training-licence-change")))
                .isTrue();
        assertThat(mandates.mayCommit(agent(), company, FILING)).isFalse();
    }

    @Test
    void a_guardian_stands_up_for_two_children_until_they_are_of_age() {
        DemoPerson guardian = DemoPersons.get().findByAccount("guardian.one").orElseThrow();
        PartyId party = parties.recordCitizen(guardian.idType(), guardian.idNumber(), guardian.name());

        assertThat(mandates.everHeldBy(party))
                .extracting(Mandate::kind, Mandate::validUntil)
                .containsExactly(
                        tuple(Mandate.Kind.GUARDIAN, LocalDate.of(2037, 4, 20)),
                        tuple(Mandate.Kind.GUARDIAN, LocalDate.of(2029, 6, 8)));
        demo.record();
        assertThat(mandates.everHeldBy(party)).hasSize(2);
    }

    @Test
    void another_start_records_no_second_letter() {
        int before = mandates.everHeldBy(agent()).size();

        demo.record();

        assertThat(mandates.everHeldBy(agent())).hasSize(before).hasSize(8);
    }

    @Test
    void a_letter_that_has_ended_is_shown_as_ended_and_leads_nowhere() throws Exception {
        time.set(java.time.LocalDateTime.of(2028, 1, 1, 9, 0));

        var card = Jsoup.parse(web.perform(get("/my/mandates").with(SignedIn.as(SignedIn.citizen(agent()))))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .select("section.card");

        assertThat(card.text()).contains("海纳示范教育科技有限公司", "已到期").doesNotContain("有效");
        assertThat(card.select("a")).isEmpty();
    }

    private PartyId agent() {
        return parties.recordCitizen(AGENT.idType(), AGENT.idNumber(), AGENT.name());
    }
}
