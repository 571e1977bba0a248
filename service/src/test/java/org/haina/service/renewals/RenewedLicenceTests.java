package org.haina.service.renewals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.journey.LicenceChanges;
import org.haina.service.keys.CaseNumber;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.Mandates;
import org.haina.service.renewals.SchoolLicences.Held;
import org.haina.service.terminations.Ground;
import org.haina.service.terminations.TerminationAct;
import org.haina.service.terminations.Terminations;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A renewal is for one licence, from its receipt to its end, and while it runs that licence is not said to have lapsed. */
@ServiceTest
class RenewedLicenceTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate LAST_DAY = TODAY.plusDays(45);

    @Autowired
    MockMvc web;

    @Autowired
    SchoolLicences schools;

    @Autowired
    LicenceChanges changes;

    @Autowired
    Filing filing;

    @Autowired
    Mandates mandates;

    @Autowired
    Cases cases;

    @Autowired
    WorkItems items;

    @Autowired
    Terminations terminations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock time;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"licenceNumber", "district"})
    void a_correction_does_not_ask_for_another_licence(String field) throws Exception {
        CaseNumber renewal = atClerk(schools.ending(LAST_DAY));
        String item = "/api/v1/work-items/"
                + items.openFor(renewal, TestDesk.CLERK).orElseThrow().id();
        String tag = Objects.requireNonNull(web.perform(post(item + "/claim").with(SignedIn.as(TestDesk.CLERK)))
                .andReturn()
                .getResponse()
                .getHeader("ETag"));

        String said = web.perform(post(item + "/complete")
                        .with(SignedIn.as(TestDesk.CLERK))
                        .header("If-Match", tag)
                        .contentType("application/json")
                        .content("{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"/%s\",\"text\":\"请核对\"}]}"
                                .formatted(field)))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(said).contains("不能通过补正更换");
        assertThat(cases.get(renewal).status()).isEqualTo(CaseStatus.RECEIVED);
    }

    @Test
    void the_law_does_not_renew_a_licence_that_ends_on_another_day() throws Exception {
        Held held = schools.ending(LAST_DAY);
        CaseNumber renewal = atClerk(held);
        ends(held, LAST_DAY.plusDays(100));

        time.set(LAST_DAY.plusDays(1).atTime(0, 1));
        TestDesk.await("the note of " + renewal, () -> cases.timeline(renewal).stream()
                .anyMatch(entry -> entry.label().contains("不在这一天到期，不适用视为准予延续")));

        assertThat(cases.get(renewal).status()).isNotEqualTo(CaseStatus.GRANTED);
    }

    @Test
    void a_licence_that_is_renewed_is_not_cancelled_as_lapsed() throws Exception {
        Held held = schools.ending(LAST_DAY);
        CaseNumber renewal = atClerk(held);
        changes.work(held.granted(), TestDesk.DECIDER, "{\"outcome\":\"kept\",\"opinion\":\"持证人改变了主意\"}");
        ends(held, TODAY.minusDays(1));
        assertThat(mayLapse(held)).as("its clock runs").isFalse();

        jdbc.sql("update case_file set status = 'GRANTED', closed_at = now() where number = ?")
                .param(renewal.value())
                .update();
        assertThat(mayLapse(held)).as("its next edition is being made").isFalse();
    }

    @Test
    void a_licence_lapses_that_nobody_or_somebody_too_late_asks_to_renew() throws Exception {
        Held unasked = schools.ending(TODAY.minusDays(1));
        Held late = schools.ending(TODAY.plusDays(29));
        atClerk(late);
        changes.work(late.granted(), TestDesk.DECIDER, "{\"outcome\":\"kept\",\"opinion\":\"持证人改变了主意\"}");
        ends(late, TODAY.minusDays(1));

        assertThat(mayLapse(unasked)).isTrue();
        assertThat(mayLapse(late)).isTrue();
    }

    @Test
    void the_agent_of_a_citizen_renews_in_the_name_of_the_holder() throws Exception {
        Held held = schools.ending(LAST_DAY);
        TestPerson agent = changes.organiser();
        mandates.grant(
                Mandate.of(
                        Mandate.Kind.AGENT,
                        filing.party(agent),
                        filing.party(held.holder()),
                        Optional.empty(),
                        TODAY,
                        TODAY.plusDays(30),
                        "委托书"),
                "test");

        assertThat(schools.page(held.holder()).select("input[name=phone]")).isEmpty();
        jdbc.sql("update case_file set agent_id = :agent where number = :number")
                .param("agent", filing.party(agent).value())
                .param("number", held.granted().value())
                .update();
        assertThat(schools.page(agent).select("input[name=phone], input[name=electronicService]"))
                .as("who acts in a case that somebody else has filed has not said it himself")
                .hasSize(3);
        assertThat(schools.press(held, agent).andReturn().getResponse().getRedirectedUrl())
                .as("nobody agrees in the place of another")
                .isEqualTo("/items/training-licence-renewal/apply");
        String to = schools.press(held, agent, Map.of("phone", "13900000077", "electronicService", "false"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        assertThat(to).startsWith("/cases/");
        CaseNumber renewal = new CaseNumber(Objects.requireNonNull(to).replace("/cases/", ""));
        changes.await(renewal, CaseStatus.GRANTED);
        assertThat(cases.get(renewal).applicant()).isEqualTo(filing.party(held.holder()));
        assertThat(cases.secrets(renewal).path("phone").asText()).isEqualTo("13900000077");
        assertThat(cases.get(renewal).data().path("electronicService").asBoolean(true))
                .isFalse();
    }

    private boolean mayLapse(Held held) {
        return terminations
                .grounds(cases.get(held.granted()), TerminationAct.CANCELLATION)
                .contains(Ground.EXPIRED);
    }

    private void ends(Held held, LocalDate lastDay) {
        jdbc.sql("update certificate set valid_until = ? where case_number = ?")
                .params(lastDay, held.granted().value())
                .update();
    }

    /** Asked for, and people look at it. */
    private CaseNumber atClerk(Held held) throws Exception {
        schools.cancellationAsked(held);
        CaseNumber renewal = schools.confirm(held);
        TestDesk.await("the clerk's task of " + renewal, () -> items.openFor(renewal, TestDesk.CLERK)
                .isPresent());
        return renewal;
    }
}
