package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.keys.CaseNumber;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.Mandates;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A running case of an organisation goes on with whom it names in the place of its agent. */
@ServiceTest
class AgentChangeTests {

    private static final String NAME = "海纳示范教育科技有限公司";
    private static final String ITEM = "training-licence";
    private static final String PHONE = "13900000001";

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    LicenceChanges changes;

    @Autowired
    TrustCases trust;

    @Autowired
    Cases cases;

    @Autowired
    Mandates mandates;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock time;

    private TestPerson former;
    private TestPerson next;
    private CaseNumber number;
    private String code;

    @BeforeEach
    void an_agent_has_handed_in_an_application() throws Exception {
        code = CreditCodes.next();
        former = changes.organiser();
        next = changes.organiser();
        trust.empower(former, NAME, code, ITEM);
        number = changes.number(
                changes.apply(LicenceChanges.forOrganisation(changes.licence(former), NAME, code, "张示例"), former));
        time.advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void whom_the_organisation_names_last_takes_the_case_over_and_who_acted_before_sees_it_no_longer()
            throws Exception {
        LocalDate today = LocalDate.now(time);
        mandates.grant(
                Mandate.of(
                        Mandate.Kind.AGENT,
                        filing.citizen(next).party(),
                        cases.get(number).applicant(),
                        Optional.of(cases.get(number).item()),
                        today,
                        today.plusYears(1),
                        "更长的旧委托书"),
                "test");
        time.advance(Duration.ofMinutes(1));
        trust.empower(next, NAME, code, ITEM);
        Mandate order = order(next);
        assertThat(page("/cases/" + number, former).text()).contains(PHONE);
        assertThat(page("/my/mandates", next).select("a[href='/my/mandates/" + order.id() + "/cases']"))
                .hasSize(1);
        opened(next).andExpect(status().isNotFound());
        assertThat(page("/my/mandates/" + order.id() + "/cases", next).text())
                .contains(number.value(), "海纳示范教育科技有限公司")
                .doesNotContain(former.name());

        taken(order, next).andExpect(redirectedUrl("/cases/" + number + "?taken"));
        taken(order, next).andExpect(redirectedUrl("/cases/" + number + "?taken"));

        assertThat(page("/cases/" + number, next).html())
                .contains("我填写的内容", "张示例")
                .doesNotContain(PHONE, "您的姓名", former.idNumber());
        opened(former).andExpect(status().isNotFound());
        assertThat(page("/my/cases", former).text()).doesNotContain(number.value());
        assertThat(page("/my/mandates/" + order.id() + "/cases", next).text()).doesNotContain(number.value());
        assertThat(cases.timeline(number).stream().filter(entry -> entry.kind().equals("AGENT_CHANGED")))
                .singleElement()
                .extracting(TimelineEntry::note)
                .asString()
                .contains("依据委托书")
                .doesNotContain(former.name(), next.name());
        assertThat(recorded()).isOne();
    }

    @Test
    void the_new_agent_answers_the_notice_that_the_former_one_left() throws Exception {
        changes.work(
                number,
                TestDesk.CLERK,
                "{\"outcome\":\"correct\",\"marks\":[{\"material\":\"staff\",\"text\":\"看不清楚，请重新提交\"},"
                        + "{\"pointer\":\"/phone\",\"text\":\"打不通\"}]}");
        assertThat(mandates.revoke(order(former).id(), "test")).isTrue();
        trust.empower(next, NAME, code, ITEM);

        taken(order(next), next).andExpect(status().isFound());
        assertThat(page("/cases/" + number + "/correction", next).html())
                .contains("打不通")
                .doesNotContain(PHONE);
        trust.correct(number, next, Map.of("phone", "13900000002"), "staff");

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);
    }

    @Test
    void nobody_takes_over_whom_the_organisation_named_for_other_items_or_before_somebody_else() throws Exception {
        TestPerson elsewhere = changes.organiser();
        trust.empower(elsewhere, NAME, code, LicenceChanges.ITEM.value());
        trust.empower(next, NAME, code, ITEM);
        time.advance(Duration.ofMinutes(1));
        trust.empower(former, NAME, code, ITEM);

        assertThat(page("/my/mandates/" + order(next).id() + "/cases", next).text())
                .doesNotContain(number.value());
        taken(order(next), next).andExpect(status().isConflict());
        taken(order(elsewhere), elsewhere).andExpect(status().isNotFound());
        taken(order(next), changes.organiser()).andExpect(status().isNotFound());

        opened(former).andExpect(status().isOk());
        assertThat(recorded()).isZero();
    }

    @Test
    void what_is_closed_stays_with_who_brought_it_there() throws Exception {
        trust.empower(next, NAME, code, ITEM);
        cases.move(number, CaseMove.WITHDRAW, Actor.of(filing.citizen(former)), "");

        assertThat(page("/my/mandates/" + order(next).id() + "/cases", next).text())
                .doesNotContain(number.value());
        taken(order(next), next).andExpect(status().isConflict());

        opened(former).andExpect(status().isOk());
        assertThat(recorded()).isZero();
    }

    private Mandate order(TestPerson person) {
        List<Mandate> held = mandates.heldBy(filing.citizen(person).party());
        return held.get(0);
    }

    private int recorded() {
        return jdbc.sql("select count(*) from audit_entry where action = 'case.agent' and case_number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    private ResultActions opened(TestPerson person) throws Exception {
        return web.perform(get("/cases/" + number).with(SignedIn.as(filing.citizen(person))));
    }

    private ResultActions taken(Mandate order, TestPerson person) throws Exception {
        UUID id = order.id();
        return web.perform(
                post("/my/mandates/" + id + "/cases/" + number).with(csrf()).with(SignedIn.as(filing.citizen(person))));
    }

    private Document page(String address, TestPerson person) throws Exception {
        return Jsoup.parse(web.perform(get(address).with(SignedIn.as(filing.citizen(person))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
