package org.haina.service.terminations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDateTime;
import java.util.Map;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.terminations.Grants.Grant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may not, what is too late, and what the holder himself may ask for. */
@ServiceTest
class TerminationRefusalTests {

    private static final Official BOTH = SignedIn.official("both.huangpu", "310101", Role.REVIEWER, Role.DECIDER);

    @Autowired
    Grants grants;

    @Autowired
    Terminations terminations;

    @Autowired
    Cases cases;

    @Autowired
    MovableClock time;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void neither_another_organ_nor_another_role_proposes_and_two_clicks_propose_once() throws Exception {
        CaseNumber number = grants.granted().number();
        Map<String, String> deceit = Grants.fields("DECEIT");

        grants.propose(number, "annulment", SignedIn.reviewer("310104"), deceit).andExpect(status().isNotFound());
        grants.propose(number, "annulment", TestDesk.DECIDER, deceit).andExpect(status().isConflict());
        grants.propose(number, "annulment", TestDesk.REVIEWER, Map.of("ground", "DECEIT"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请填写查明的事实")));
        grants.propose(number, "annulment", TestDesk.REVIEWER, Grants.fields("TAKEN_BACK"))
                .andExpect(status().isUnprocessableEntity());
        assertThat(terminations.of(number)).isEmpty();

        for (int click = 0; click < 2; click++) {
            grants.propose(number, "annulment", TestDesk.REVIEWER, deceit)
                    .andExpect(redirectedUrl("/desk/cases/" + number));
        }
        assertThat(terminations.of(number)).hasSize(1);
        grants.propose(number, "cancellation", TestDesk.REVIEWER, Grants.fields("FORCE_MAJEURE"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("拟撤销许可，告知并听取陈述申辩")));
        assertThat(terminations.of(number)).hasSize(1);
    }

    @Test
    void a_program_proposes_as_the_page_does_and_reads_what_came_of_it() throws Exception {
        Grant grant = grants.granted();
        CaseNumber number = grant.number();
        String revocation =
                """
                {"act": "REVOCATION", "ground": "PENALTY", "penalty": "%s", "facts": "受到行政处罚。"}""";

        grants.sent(number, TestDesk.CLERK, revocation.formatted("示罚3号")).andExpect(status().isConflict());
        grants.sent(number, SignedIn.reviewer("310104"), revocation.formatted("示罚3号"))
                .andExpect(status().isNotFound());
        grants.sent(number, TestDesk.REVIEWER, revocation.formatted(""))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].pointer").value("/penalty"));
        grants.sent(
                        number,
                        TestDesk.REVIEWER,
                        revocation.replace("PENALTY", "DECEIT").formatted("示罚3号"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].pointer").value("/ground"));
        for (int sent = 0; sent < 2; sent++) {
            grants.sent(number, TestDesk.REVIEWER, revocation.formatted("示罚3号"))
                    .andExpect(status().isCreated())
                    .andExpect(jsonPath("$.stateUntil").value("2026-11-30"));
        }
        grants.sends(grant, grant.holder(), "/statement", "没有异议。");

        grants.listed(number, TestDesk.DECIDER)
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].act").value("REVOCATION"))
                .andExpect(jsonPath("$.items[0].statement").value("没有异议。"))
                .andExpect(jsonPath("$.items[0].result").doesNotExist());
    }

    @Test
    void a_case_that_grants_no_licence_or_nothing_yet_offers_none_of_it() throws Exception {
        CaseNumber number = grants.received();

        assertThat(grants.desk(number, TestDesk.REVIEWER).select("a.row-link").eachText())
                .noneMatch(offer -> offer.startsWith("提出"));
        grants.propose(number, "annulment", TestDesk.REVIEWER, Grants.fields("DECEIT"))
                .andExpect(status().isConflict());
        assertThat(terminations.of(number)).isEmpty();
    }

    @Test
    void who_proposed_or_heard_does_not_decide() throws Exception {
        Grant grant = grants.granted();
        CaseNumber number = grant.number();
        grants.propose(number, "revocation", BOTH, Grants.fields("PENALTY")).andExpect(status().is3xxRedirection());
        grants.sends(grant, grant.holder(), "/statement", "没有异议。").andExpect(status().is3xxRedirection());
        assertThat(grants.refusal(number, TestDesk.REVIEWER, "heard", " ")).contains("请写明怎样听取了陈述、申辩");
        grants.work(number, TestDesk.REVIEWER, "heard", "当事人没有异议。");

        assertThat(grants.refusal(number, BOTH, "revoked", "处罚决定已经生效。")).contains("不能为同一人");
        assertThat(grants.refusal(number, TestDesk.DECIDER, "revoked", " ")).contains("请写明理由");
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.GRANTED);
        grants.work(number, TestDesk.DECIDER, "revoked", "处罚决定已经生效。");
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.REVOKED);
    }

    @Test
    void a_certificate_that_has_ended_meanwhile_is_not_ended_again() throws Exception {
        Grant grant = grants.granted();
        CaseNumber number = grant.number();
        grants.proposed(number, "cancellation", "DISSOLVED");
        jdbc.sql("update certificate set status = 'REPLACED' where case_number = :number")
                .param("number", number.value())
                .update();

        assertThat(grants.refusal(number, TestDesk.DECIDER, "cancelled", "已核对。"))
                .contains("证书现在的状态已经改变");
        grants.work(number, TestDesk.DECIDER, "kept", "证书已由补发的替代。");

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.GRANTED);
        grants.propose(number, "annulment", TestDesk.REVIEWER, Grants.fields("DECEIT"))
                .andExpect(status().isConflict());
    }

    @Test
    void the_holder_answers_once_and_within_the_day() throws Exception {
        Grant grant = grants.granted();
        grants.sends(grant, grant.holder(), "/statement", "我有意见。").andExpect(status().isConflict());
        grants.proposed(grant.number(), "withdrawal", "LAW_CHANGED");

        grants.sends(grant, TestPerson.unknown(), "/statement", "与我有关。").andExpect(status().isNotFound());
        grants.sends(grant, grant.holder(), "/statement", " ")
                .andExpect(content().string(containsString("请填写陈述申辩的内容")));
        time.set(LocalDateTime.of(2026, 12, 1, 9, 0));
        grants.sends(grant, grant.holder(), "/statement", "我有意见。").andExpect(status().isConflict());
        assertThat(grants.ownPage(grant, "/statement").text()).contains("现在不能陈述申辩");
        time.set(LocalDateTime.of(2026, 11, 30, 23, 59));
        assertThat(grants.ownPage(grant, "/statement").text()).contains("学历证书系伪造", "第八条第二款");
        for (int click = 0; click < 2; click++) {
            grants.sends(grant, grant.holder(), "/statement", "我有意见。")
                    .andExpect(redirectedUrl("/cases/" + grant.number()));
        }
        grants.sends(grant, grant.holder(), "/statement", "我还有别的意见。").andExpect(status().isConflict());

        assertThat(terminations.open(grant.number()).orElseThrow().statement()).contains("我有意见。");
        assertThat(cases.timeline(grant.number()).stream()
                        .filter(entry -> entry.kind().equals("HOLDER_STATED")))
                .hasSize(1);
    }

    @Test
    void the_holder_asks_for_the_cancellation_himself_and_the_organ_decides() throws Exception {
        Grant grant = grants.granted();
        CaseNumber number = grant.number();
        assertThat(grants.ownPage(grant, "").select("a[href$=/cancellation]").text())
                .isEqualTo("申请注销");

        grants.sends(grant, TestPerson.unknown(), "/cancellation", "不再任教。").andExpect(status().isNotFound());
        grants.sends(grant, grant.holder(), "/cancellation", "")
                .andExpect(content().string(containsString("请填写")));
        for (int click = 0; click < 2; click++) {
            grants.sends(grant, grant.holder(), "/cancellation", "已经退休，不再任教。")
                    .andExpect(redirectedUrl("/cases/" + number));
        }
        assertThat(terminations.of(number)).hasSize(1);
        assertThat(grants.ownPage(grant, "").text()).contains("拟注销许可，等待决定", "已经退休");
        assertThat(grants.ownPage(grant, "/cancellation").text()).contains("现在不能申请注销");
        grants.propose(number, "revocation", TestDesk.REVIEWER, Grants.fields("PENALTY"))
                .andExpect(status().isConflict());

        grants.work(number, TestDesk.DECIDER, "cancelled", "被许可人本人申请，符合规定。");
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(grants.verified(number)).isEqualTo("已注销");
        assertThat(grants.ownPage(grant, "").text()).contains("许可已经注销");
        assertThat(grants.ownPage(grant, "").select("a[href$=/cancellation]")).isEmpty();
        grants.sends(grant, grant.holder(), "/cancellation", "再注销一次。").andExpect(status().isConflict());
    }
}
