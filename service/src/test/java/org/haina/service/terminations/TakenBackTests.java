package org.haina.service.terminations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.haina.service.ServiceTest;
import org.haina.service.ShownAct;
import org.haina.service.TestDesk;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.terminations.Grants.Grant;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What an official takes back on the way to the end of a grant: what nobody has been told of. */
@ServiceTest
class TakenBackTests {

    private static final Map<String, String> WHY = Map.of("reason", "查错了人，需要重新核实");

    @Autowired
    Grants grants;

    @Autowired
    MockMvc web;

    @Autowired
    Terminations terminations;

    @Autowired
    Cases cases;

    @Autowired
    WorkItems items;

    @Test
    void a_cancellation_is_taken_back_until_a_decider_takes_it_up_and_a_proposal_that_was_told_is_not()
            throws Exception {
        CaseNumber number = grants.granted().number();
        grants.proposed(number, "cancellation", "DEATH_OR_INCAPACITY");
        grants.propose(number, "take-back-proposal", Grants.LAWYER, WHY).andExpect(status().isConflict());

        Map<String, String> shown = Map.of(
                "reason",
                WHY.get("reason"),
                "about",
                ShownAct.about(web, number, "take-back-proposal", TestDesk.REVIEWER));
        for (int click = 0; click < 2; click++) {
            grants.propose(number, "take-back-proposal", TestDesk.REVIEWER, shown)
                    .andExpect(status().is3xxRedirection());
        }
        assertThat(terminations.open(number)).isEmpty();
        assertThat(grants.hasTask(number, TestDesk.DECIDER)).isFalse();
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.GRANTED);

        grants.proposed(number, "cancellation", "DEATH_OR_INCAPACITY");
        grants.propose(
                        number,
                        "take-back-proposal",
                        TestDesk.REVIEWER,
                        Map.of("reason", "又一次", "about", shown.get("about")))
                .andExpect(status().isConflict());
        assertThat(terminations.open(number)).as("a newer proposal").isPresent();
        items.claim(items.openFor(number, TestDesk.DECIDER).orElseThrow().id(), TestDesk.DECIDER);
        grants.propose(number, "take-back-proposal", TestDesk.REVIEWER, Map.of("reason", "再收回一次"))
                .andExpect(status().isConflict());
        CaseNumber told = grants.granted().number();
        grants.proposed(told, "withdrawal", "FACTS_CHANGED");
        grants.propose(told, "take-back-proposal", TestDesk.REVIEWER, WHY).andExpect(status().isConflict());
        assertThat(terminations.open(told)).isPresent();
    }

    @Test
    void a_hearing_is_written_down_anew_while_nobody_has_taken_up_the_decision() throws Exception {
        Grant grant = grants.granted();
        CaseNumber number = grant.number();
        grants.proposed(number, "revocation", "PENALTY");
        grants.sends(grant, grant.holder(), "/statement", "没有异议。").andExpect(status().is3xxRedirection());
        grants.work(number, TestDesk.REVIEWER, "heard", "当事人有异议。");

        grants.propose(number, "take-back-task", TestDesk.REVIEWER, WHY).andExpect(status().is3xxRedirection());
        assertThat(terminations.open(number).orElseThrow().hearing()).isEmpty();
        assertThat(grants.hasTask(number, TestDesk.DECIDER)).isFalse();
        assertThat(grants.ownPage(grant, "").select(".timeline").text()).containsOnlyOnce("已听取陈述申辩，转入下一步（已收回）");
        grants.work(number, TestDesk.REVIEWER, "heard", "当事人没有异议。");
        assertThat(grants.ownPage(grant, "").select(".timeline").text()).contains("已听取陈述申辩，转入下一步 当事人没有异议。");
        grants.work(number, TestDesk.DECIDER, "revoked", "处罚决定已经生效。");
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.REVOKED);
    }

    @Test
    void who_has_taken_a_hearing_or_a_review_back_has_had_a_part_in_it_all_the_same() throws Exception {
        Official both = SignedIn.official("both.huangpu", "310101", Role.REVIEWER, Role.DECIDER);
        Official third = SignedIn.official("third.huangpu", "310101", Role.REVIEWER);
        Grant grant = grants.granted();
        CaseNumber number = grant.number();
        grants.proposed(number, "annulment", "DECEIT");
        grants.sends(grant, grant.holder(), "/statement", "没有异议。").andExpect(status().is3xxRedirection());

        grants.work(number, Grants.LAWYER, "heard", "当事人有异议。");
        grants.propose(number, "take-back-task", Grants.LAWYER, WHY).andExpect(status().is3xxRedirection());
        grants.work(number, TestDesk.REVIEWER, "heard", "当事人没有异议。");
        assertThat(grants.refusal(number, Grants.LAWYER, "lawful", "事实清楚。")).contains("听取陈述申辩的人不能进行法制审核");

        grants.work(number, both, "lawful", "程序合法。");
        grants.propose(number, "take-back-task", both, WHY).andExpect(status().is3xxRedirection());
        grants.work(number, third, "lawful", "事实清楚，程序合法。");
        assertThat(grants.refusal(number, both, "annulled", "事实清楚。")).contains("审核人与决定人不能为同一人");

        grants.work(number, TestDesk.DECIDER, "annulled", "事实清楚，证据确凿。");
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.ANNULLED);
    }
}
