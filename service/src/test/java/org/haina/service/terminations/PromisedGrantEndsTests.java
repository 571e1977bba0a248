package org.haina.service.terminations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.clock.CaseClocks;
import org.haina.service.journey.LicenceChanges;
import org.haina.service.keys.CaseNumber;
import org.haina.service.laterchecks.LaterChecks;
import org.haina.service.terminations.Grants.Grant;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A grant upon a promise ends while the promise is still looked into, and a licence that is to end is not changed. */
@ServiceTest
class PromisedGrantEndsTests {

    @Autowired
    Grants grants;

    @Autowired
    LicenceChanges changes;

    @Autowired
    LaterChecks laterChecks;

    @Autowired
    Cases cases;

    @Autowired
    CaseClocks clocks;

    @Autowired
    WorkItems items;

    @Test
    void what_ends_by_an_act_of_its_own_is_not_looked_into_any_more() throws Exception {
        TestPerson person = changes.organiser();
        CaseNumber change = changes.grantedOnPromise(person, changes.licence(changes.licensed(person)));
        assertThat(laterChecks.isOpen(change)).isTrue();

        grants.propose(change, "annulment", TestDesk.REVIEWER, Grants.fields("DECEIT"))
                .andExpect(status().isConflict());
        assertThat(grants.ownPage(new Grant(change, person), "").select("a[href$=/cancellation]"))
                .isEmpty();
        grants.proposed(change, "revocation", "PENALTY");
        grants.sends(new Grant(change, person), person, "/statement", "没有异议。").andExpect(status().is3xxRedirection());
        assertThat(grants.desk(change, TestDesk.REVIEWER)
                        .select("#do h2, #other-tasks a")
                        .eachText())
                .as("both tasks are to be found")
                .containsExactlyInAnyOrder("核查承诺", "听取陈述申辩");
        assertThat(grants.deskAt(change, "Task_HearHolder", TestDesk.REVIEWER)
                        .select("#do h2")
                        .text())
                .isEqualTo("听取陈述申辩");
        assertThat(grants.deskAt(change, "Task_CheckCommitments", TestDesk.REVIEWER)
                        .select("#do h2")
                        .text())
                .isEqualTo("核查承诺");
        grants.workOn(change, "Task_HearHolder", TestDesk.REVIEWER, "heard", "当事人没有异议。");
        grants.work(change, TestDesk.DECIDER, "revoked", "处罚决定已经生效。");

        assertThat(cases.get(change).status()).isEqualTo(CaseStatus.REVOKED);
        assertThat(laterChecks.isOpen(change)).isFalse();
        assertThat(clocks.deadlines(change)).isEmpty();
        assertThat(items.ofCase(change)).noneMatch(item -> item.isOpen());
        assertThat(cases.timeline(change)).extracting(TimelineEntry::label).contains("已吊销许可证件，事后核查终止");
    }

    @Test
    void a_licence_that_is_to_end_is_neither_asked_to_be_changed_nor_changed() throws Exception {
        TestPerson person = changes.organiser();
        CaseNumber first = changes.licensed(person);
        String licence = changes.licence(first);
        CaseNumber before = changes.number(changes.apply(changes.promised(person, licence), person));
        TestDesk.await("the certificate of " + first, () -> cases.get(first).status() == CaseStatus.GRANTED);
        grants.proposed(first, "withdrawal", "FACTS_CHANGED");

        changes.apply(changes.promised(person, licence), person)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.reason").value("licence-ending"))
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("拟撤回许可，听取陈述申辩")));
        changes.work(before, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        assertThat(items.advice(items.openFor(before, TestDesk.DECIDER).orElseThrow())
                        .barred())
                .isEqualTo(Map.of("granted", "要变更的许可证拟撤回许可，听取陈述申辩，办结以前不能准予变更"));
        grants.work(first, TestDesk.REVIEWER, "dropped", "情况没有变化。");

        changes.work(before, TestDesk.DECIDER, "{\"outcome\":\"granted\"}");
        changes.await(before, CaseStatus.GRANTED);
    }
}
