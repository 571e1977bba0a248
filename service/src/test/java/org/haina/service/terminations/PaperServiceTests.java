package org.haina.service.terminations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.haina.service.terminations.Grants.Grant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A school whose agent's letter has ended is heard all the same: served on paper. */
@ServiceTest
class PaperServiceTests {

    private static final Map<String, String> SERVED =
            Map.of("how", "LEFT", "day", "2026-11-24", "proof", "送达回证〔2026〕7号");

    @Autowired
    Grants grants;

    @Autowired
    Terminations terminations;

    @Autowired
    Cases cases;

    @Autowired
    Parties parties;

    @Autowired
    Mandates mandates;

    @Autowired
    Filing filing;

    @Autowired
    MovableClock time;

    @Autowired
    JdbcClient jdbc;

    private Grant grant;
    private PartyId school;

    @BeforeEach
    void a_grant_whose_holder_is_an_organisation_nobody_acts_for() throws Exception {
        grant = grants.granted();
        school = parties.record("001", "91319999MA1FT0043X", "海纳示范教育科技有限公司");
        jdbc.sql("update case_file set applicant_id = :school where number = :number")
                .param("school", school.value())
                .param("number", grant.number().value())
                .update();
        jdbc.sql("update published_grant set kind = 'ORGANISATION' where case_number = :number")
                .param("number", grant.number().value())
                .update();
        grants.proposed(grant.number(), "revocation", "PENALTY");
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void the_days_pass_from_the_service_on_paper_and_not_before() throws Exception {
        CaseNumber number = grant.number();
        time.set(LocalDateTime.of(2026, 12, 1, 9, 0));
        assertThat(grants.refusal(number, TestDesk.REVIEWER, "heard", "期限已过。")).contains("记录告知书送达");

        grants.propose(number, "record-service", TestDesk.REVIEWER, with("day", "2026-12-02"))
                .andExpect(content().string(containsString("今天以前")));
        grants.propose(number, "record-service", TestDesk.REVIEWER, with("day", "2026-02-30"))
                .andExpect(status().isUnprocessableEntity());
        for (int click = 0; click < 2; click++) {
            grants.propose(number, "record-service", TestDesk.REVIEWER, with("day", "2026-11-30"))
                    .andExpect(status().is3xxRedirection());
        }

        assertThat(terminations.open(number).orElseThrow().stateUntil()).contains(LocalDate.of(2026, 12, 7));
        assertThat(cases.timeline(number))
                .extracting(TimelineEntry::label)
                .containsOnlyOnce("告知书已于2026年11月30日留置送达，陈述申辩到2026年12月7日（含当天）为止");
        assertThat(grants.refusal(number, TestDesk.REVIEWER, "heard", "期限已过。")).contains("2026年12月7日");
        time.set(LocalDateTime.of(2026, 12, 8, 9, 0));
        grants.work(number, TestDesk.REVIEWER, "heard", "送达以后没有答复。");
        grants.work(number, TestDesk.DECIDER, "revoked", "处罚决定已经生效。");
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.REVOKED);
    }

    @Test
    void a_public_notice_serves_when_its_thirty_days_are_over() throws Exception {
        CaseNumber number = grant.number();
        time.set(LocalDateTime.of(2026, 11, 24, 9, 0));

        for (int click = 0; click < 2; click++) {
            grants.propose(number, "record-service", TestDesk.REVIEWER, with("how", "NOTICE"))
                    .andExpect(status().is3xxRedirection());
        }

        assertThat(terminations.open(number).orElseThrow().stateUntil()).contains(LocalDate.of(2026, 12, 31));
        assertThat(cases.timeline(number))
                .extracting(TimelineEntry::label)
                .containsOnlyOnce("告知书已于2026年11月24日公告，公告期到2026年12月24日届满即为送达，陈述申辩到2026年12月31日（含当天）为止");
        time.set(LocalDateTime.of(2026, 12, 31, 23, 0));
        assertThat(grants.refusal(number, TestDesk.REVIEWER, "heard", "没有答复。")).contains("2026年12月31日");
        time.set(LocalDateTime.of(2027, 1, 1, 9, 0));
        grants.work(number, TestDesk.REVIEWER, "heard", "公告期满以后没有答复。");
    }

    @Test
    void a_person_who_has_not_agreed_to_be_served_online_is_served_on_paper() throws Exception {
        Grant person = grants.granted();
        CaseNumber number = person.number();
        grants.proposed(number, "revocation", "PENALTY");
        assertThat(grants.desk(number, TestDesk.REVIEWER).text()).doesNotContain("记录告知书送达");
        refuseOnline(number);
        time.set(LocalDateTime.of(2026, 12, 1, 9, 0));

        assertThat(grants.refusal(number, TestDesk.REVIEWER, "heard", "期限已过。")).contains("没有同意网上送达");
        grants.propose(number, "record-service", TestDesk.REVIEWER, with("day", "2026-11-30"))
                .andExpect(status().is3xxRedirection());

        assertThat(terminations.open(number).orElseThrow().stateUntil()).contains(LocalDate.of(2026, 12, 7));
    }

    @Test
    void while_its_agent_may_act_nothing_is_served_on_paper() throws Exception {
        CaseNumber number = grant.number();
        TestPerson agent = represented(number);

        grants.propose(number, "record-service", TestDesk.REVIEWER, SERVED).andExpect(status().isConflict());
        grants.sends(grant, agent, "/statement", "单位没有异议。").andExpect(status().is3xxRedirection());
        grants.work(number, TestDesk.REVIEWER, "heard", "单位的经办人答复没有异议。");

        assertThat(terminations.open(number).orElseThrow().statement()).contains("单位没有异议。");
    }

    @Test
    void an_organisation_that_refused_online_service_is_served_on_paper_although_its_agent_may_act() throws Exception {
        CaseNumber number = grant.number();
        represented(number);
        refuseOnline(number);
        time.set(LocalDateTime.of(2026, 12, 1, 9, 0));

        assertThat(grants.refusal(number, TestDesk.REVIEWER, "heard", "期限已过。")).contains("没有同意网上送达");
        grants.propose(number, "record-service", TestDesk.REVIEWER, with("day", "2026-11-30"))
                .andExpect(status().is3xxRedirection());

        assertThat(terminations.open(number).orElseThrow().stateUntil()).contains(LocalDate.of(2026, 12, 7));
    }

    private TestPerson represented(CaseNumber number) {
        TestPerson agent = TestPerson.unknown();
        LocalDate today = LocalDate.of(2026, 11, 23);
        mandates.grant(
                Mandate.of(
                        Mandate.Kind.AGENT,
                        filing.party(agent),
                        school,
                        Optional.of(cases.get(number).item()),
                        today,
                        today.plusDays(30),
                        "委托书9号"),
                "test");

        jdbc.sql("update case_file set agent_id = :agent where number = :number")
                .param("agent", filing.party(agent).value())
                .param("number", number.value())
                .update();
        return agent;
    }

    private void refuseOnline(CaseNumber number) {
        jdbc.sql("update case_file set data = data || '{\"electronicService\": false}' where number = :number")
                .param("number", number.value())
                .update();
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> fields = new java.util.HashMap<>(SERVED);
        fields.put(field, value);
        return fields;
    }
}
