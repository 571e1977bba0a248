package org.haina.service.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.ShownAct;
import org.haina.service.TestDesk;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.applications.Submission;
import org.haina.service.applications.SubmissionOutcome;
import org.haina.service.applications.Submissions;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.Channel;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Parties;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** No register can be asked about an applicant without a mainland identity number: a person checks, nothing is waited for. */
@ServiceTest
class NothingToAskTests {

    private static final Path SAMPLE =
            Path.of("../forms/services/teacher-qualification/samples/valid-junior-secondary-hong-kong.json");

    @Autowired
    Parties parties;

    @Autowired
    Filing filing;

    @Autowired
    Submissions submissions;

    @Autowired
    Cases cases;

    @Autowired
    Checks checks;

    @Autowired
    ManualVerdicts verdicts;

    @Autowired
    WorkItems items;

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Test
    void where_no_question_can_be_put_the_case_goes_to_a_person_at_once() throws Exception {
        CaseNumber number = filed("H99999977");

        new TestDesk(web, json, filing, cases).work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");

        assertThat(checks.of(number)).isNotEmpty().allMatch(check -> check.state() == CheckState.MANUAL);
        assertThat(items.openFor(number, TestDesk.REVIEWER).map(WorkItem::taskKey))
                .contains("Task_CheckManually");
    }

    @Test
    void a_verdict_is_corrected_by_who_gave_it_until_somebody_takes_up_the_review() throws Exception {
        CaseNumber number = filed("H99999979");
        TestDesk desk = new TestDesk(web, json, filing, cases);
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"failed\",\"opinion\":\"没有查到\"}");
        desk.await(number, CaseStatus.REVIEWING);

        String shown = shown(number);
        amend(number, shown, "passed", "").andExpect(status().isUnprocessableEntity());
        for (int click = 0; click < 2; click++) {
            amend(number, shown, "passed", "电话核实，证书真实").andExpect(status().is3xxRedirection());
        }
        amend(number, shown, "failed", "从没有更新的页面送来").andExpect(status().isConflict());

        assertThat(verdicts.of(number).orElseThrow())
                .extracting(ManualVerdicts.Verdict::outcome, ManualVerdicts.Verdict::opinion)
                .containsExactly("passed", "电话核实，证书真实");
        assertThat(cases.timeline(number)).extracting(TimelineEntry::label).containsOnlyOnce("更正“人工核查”的结论");
        items.claim(items.openFor(number, TestDesk.REVIEWER).orElseThrow().id(), TestDesk.REVIEWER);
        amend(number, shown(number), "failed", "又没有查到").andExpect(status().isConflict());
        assertThat(verdicts.of(number).orElseThrow().outcome()).isEqualTo("passed");
    }

    @Test
    void a_verdict_is_corrected_again_once_the_opinion_built_upon_it_was_taken_back() throws Exception {
        CaseNumber number = filed("H99999981");
        TestDesk desk = new TestDesk(web, json, filing, cases);
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"passed\",\"opinion\":\"电话核实\"}");
        desk.await(number, CaseStatus.REVIEWING);
        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"符合条件\"}");
        desk.await(number, CaseStatus.DECIDING);
        amend(number, shown(number), "failed", "证书不是本人的").andExpect(status().isConflict());

        act(number, "take-back", ShownAct.about(web, number, "take-back", TestDesk.REVIEWER))
                .andExpect(status().is3xxRedirection());
        amend(number, shown(number), "failed", "证书不是本人的").andExpect(status().is3xxRedirection());

        assertThat(verdicts.of(number).orElseThrow().outcome()).isEqualTo("failed");
    }

    private String shown(CaseNumber number) throws Exception {
        return ShownAct.about(web, number, "amend", TestDesk.REVIEWER);
    }

    private ResultActions act(CaseNumber number, String act, String shown) throws Exception {
        return web.perform(post("/desk/cases/" + number + "/acts/" + act)
                .param("version", String.valueOf(cases.get(number).version()))
                .param("about", shown)
                .param("reason", "核查结论要更正")
                .with(SignedIn.as(TestDesk.REVIEWER))
                .with(csrf()));
    }

    private ResultActions amend(CaseNumber number, String shown, String outcome, String opinion) throws Exception {
        return web.perform(post("/desk/cases/" + number + "/acts/amend")
                .param("version", String.valueOf(cases.get(number).version()))
                .param("about", shown)
                .param("outcome", outcome)
                .param("opinion", opinion)
                .with(SignedIn.as(TestDesk.REVIEWER))
                .with(csrf()));
    }

    private CaseNumber filed(String permit) throws IOException {
        ObjectNode data = (ObjectNode) json.readTree(SAMPLE.toFile());
        data.put("district", "310101").put("hkMacaoPermit", permit); // the sample's is a demo applicant's
        PartyId party = parties.recordCitizen(
                "516", data.path("hkMacaoPermit").asText(), data.path("name").asText());
        Caller.Citizen citizen = SignedIn.citizen(party);
        SubmissionOutcome outcome = submissions.submit(new Submission(
                citizen,
                new ItemKey("teacher-qualification"),
                party,
                Optional.empty(),
                Channel.WEB,
                UUID.randomUUID().toString(),
                data,
                materials(citizen)));
        assertThat(outcome).isInstanceOf(SubmissionOutcome.Accepted.class);
        return ((SubmissionOutcome.Accepted) outcome).number();
    }

    private List<SuppliedMaterial> materials(Caller.Citizen citizen) {
        return Stream.of("photo", "exam-certificate", "diploma", "identity", "mandarin", "no-crime")
                .map(key -> new SuppliedMaterial(key, SuppliedMaterial.Source.UPLOAD, filing.upload(citizen, key)))
                .toList();
    }
}
