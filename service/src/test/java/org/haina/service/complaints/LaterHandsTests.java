package org.haina.service.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.haina.service.complaints.Complainants.SUPERVISOR;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.applications.Continuations;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Who is no judge of a complaint: hands at the other organ of a case that was handed over, and hands laid on it later. */
@ServiceTest
class LaterHandsTests {

    private static final String ANSWER = "{\"outcome\":\"answered\",\"opinion\":\"经查属实，已责成改正。\"}";

    @Autowired
    Complainants complainants;

    @Autowired
    Continuations continuations;

    @Autowired
    WorkItems items;

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    SandboxServer sandbox;

    private TestDesk desk;
    private TestPerson person;
    private CaseNumber slow;

    @BeforeEach
    void somebody_who_waits() {
        desk = new TestDesk(web, json, filing, cases);
        person = TestPerson.admitted(sandbox);
        slow = filing.filed(person);
    }

    @Test
    void about_a_case_that_was_handed_over_the_hands_of_both_organs_are_barred() throws Exception {
        Official taker = SignedIn.clerk("310104");
        act("hand-over", TestDesk.CLERK, Map.of("organ", taker.org(), "reason", "户籍在徐汇区"));
        act("hand-over-receipt", taker, Map.of("note", "由教师科办理"));
        CaseNumber next = continuations.of(slow).orElseThrow();
        Official late = SignedIn.official("late.xuhui", "310104", Role.CLERK);
        items.claim(items.openFor(next, late).orElseThrow().id(), late);

        CaseNumber aboutFirst = complainants.complained(person, slow.value());
        CaseNumber aboutNext = complainants.complained(person, next.value());

        assertThat(cases.get(aboutFirst).barred())
                .containsExactlyInAnyOrder(TestDesk.CLERK.account(), taker.account(), late.account());
        assertThat(cases.get(aboutNext).barred())
                .hasSameElementsAs(cases.get(aboutFirst).barred());
    }

    @Test
    void for_whom_takes_the_case_in_hand_after_the_complaint_it_is_gone_and_what_he_had_taken_is_free()
            throws Exception {
        CaseNumber number = complainants.complained(person, slow.value());
        Official promoted = SignedIn.official("both.later", "310000", Role.SUPERVISOR);
        String task = items.openFor(number, promoted).orElseThrow().id();
        WorkItem taken = items.claim(task, promoted);

        desk.work(slow, SignedIn.official("both.later", "310101", Role.CLERK), "{\"outcome\":\"accept\"}");

        web.perform(post("/api/v1/work-items/" + task + "/complete")
                        .with(SignedIn.as(promoted))
                        .header("If-Match", "\"" + taken.version() + "\"")
                        .contentType("application/json")
                        .content(ANSWER))
                .andExpect(status().isNotFound());
        complainants.claimed(task, promoted).andExpect(status().isNotFound());
        complainants.asked("/desk/cases/" + number, promoted).andExpect(status().isNotFound());
        complainants.asked("/api/v1/cases/" + number, promoted).andExpect(status().isNotFound());
        assertThat(complainants.page("/desk", promoted).text()).doesNotContain(number.value());
        desk.work(number, SUPERVISOR, ANSWER);
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.ANSWERED);
    }

    @Test
    void a_hand_laid_on_the_case_beside_all_tasks_closes_the_complaint_as_well() throws Exception {
        CaseNumber number = complainants.complained(person, slow.value());
        Official promoted = SignedIn.official("noted.later", "310000", Role.SUPERVISOR);
        complainants.asked("/desk/cases/" + number, promoted).andExpect(status().isOk());

        cases.note(slow, "NOTED", "电话询问", Actor.of(SignedIn.official("noted.later", "310101", Role.CLERK)));

        complainants.asked("/desk/cases/" + number, promoted).andExpect(status().isNotFound());
        String task = items.openFor(number, SUPERVISOR).orElseThrow().id();
        complainants
                .claimed(task, promoted)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value(containsString("经办过被投诉的办件")));
    }

    @Test
    void an_auditor_reads_nothing_of_a_complaint_about_what_he_has_had_in_hand() throws Exception {
        Official auditor = SignedIn.official("both.auditor", "310000", Role.AUDITOR);
        CaseNumber number = complainants.complained(person, slow.value());
        String log = "/oversight/audit?number=";
        assertThat(complainants.page(log + number, auditor).select("tbody tr")).isNotEmpty();

        desk.work(slow, SignedIn.official("both.auditor", "310101", Role.CLERK), "{\"outcome\":\"accept\"}");

        assertThat(complainants.page(log + number, auditor).select("tbody tr")).isEmpty();
        assertThat(complainants.page("/oversight/audit", auditor).text()).doesNotContain(number.value());
        assertThat(complainants.page(log + slow, auditor).select("tbody tr")).isNotEmpty();
        assertThat(complainants
                        .page(log + number, SignedIn.official("other.auditor", "310000", Role.AUDITOR))
                        .select("tbody tr"))
                .isNotEmpty();
    }

    private void act(String act, Official by, Map<String, String> values) throws Exception {
        var request = post("/desk/cases/" + slow + "/acts/" + act)
                .param("version", String.valueOf(cases.get(slow).version()));
        values.forEach(request::param);
        web.perform(request.with(SignedIn.as(by)).with(csrf())).andExpect(status().isFound());
    }
}
