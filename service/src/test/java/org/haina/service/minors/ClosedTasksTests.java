package org.haina.service.minors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Optional;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Who may not read a minor's case decides nothing in it, by whichever door. */
@ServiceTest
class ClosedTasksTests {

    @Autowired
    MockMvc web;

    @Autowired
    Children children;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    WorkItems items;

    @Autowired
    MinorAccesses accesses;

    @Autowired
    AccessRows rows;

    private CaseNumber number;
    private Official clerk;

    @BeforeEach
    void a_child_s_case_and_a_clerk_without_an_approval() {
        number = children.filed();
        clerk = SignedIn.official("clerk." + number, "310101", Role.CLERK);
    }

    @Test
    void a_task_is_taken_and_given_back_freely_and_completed_upon_an_approval_only() throws Exception {
        String task = items.openFor(number, clerk).orElseThrow().id();
        WorkItem taken = items.claim(task, clerk);

        completed(taken)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/content-closed"));
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);
        items.release(task, clerk);
        accesses.ask(cases.get(number), false, "办理本件", clerk);
        accesses.decide(
                rows.asked(clerk, Children.ITEM, number).get(0).id(),
                MinorAccess.Outcome.APPROVED,
                "",
                TestDesk.DECIDER);

        completed(items.claim(task, clerk)).andExpect(status().isNoContent());
        assertThat(items.ofCase(number))
                .filteredOn(item -> item.id().equals(task))
                .extracting(WorkItem::outcome)
                .containsExactly(Optional.of("accept"));
    }

    @Test
    void the_page_of_one_case_completes_no_task_of_another() throws Exception {
        CaseNumber open = filing.filed(TestPerson.unknown());
        CaseNumber other = filing.filed(TestPerson.unknown());
        WorkItem foreign = items.claim(items.openFor(other, clerk).orElseThrow().id(), clerk);

        sent(open, foreign).andExpect(status().isNotFound());

        assertThat(cases.get(other).status()).isEqualTo(CaseStatus.RECEIVED);
        sent(other, foreign).andExpect(status().is3xxRedirection());
    }

    private ResultActions completed(WorkItem task) throws Exception {
        return web.perform(post("/api/v1/work-items/" + task.id() + "/complete")
                .with(SignedIn.as(clerk))
                .header("If-Match", "\"" + task.version() + "\"")
                .contentType("application/json")
                .content("{\"outcome\":\"accept\"}"));
    }

    private ResultActions sent(CaseNumber page, WorkItem task) throws Exception {
        return web.perform(post("/desk/cases/" + page + "/form")
                .param("step", "send")
                .param("task", task.id())
                .param("version", String.valueOf(task.version()))
                .param("outcome", "accept")
                .with(csrf())
                .with(SignedIn.as(clerk)));
    }
}
