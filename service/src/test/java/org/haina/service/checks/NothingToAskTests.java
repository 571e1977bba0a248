package org.haina.service.checks;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.haina.service.TestDesk;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.applications.Submission;
import org.haina.service.applications.SubmissionOutcome;
import org.haina.service.applications.Submissions;
import org.haina.service.cases.Cases;
import org.haina.service.cases.Channel;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Parties;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

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
    WorkItems items;

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Test
    void where_no_question_can_be_put_the_case_goes_to_a_person_at_once() throws Exception {
        CaseNumber number = filed();

        new TestDesk(web, json, filing, cases).work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");

        assertThat(checks.of(number)).isNotEmpty().allMatch(check -> check.state() == CheckState.MANUAL);
        assertThat(items.openFor(number, TestDesk.REVIEWER).map(WorkItem::taskKey))
                .contains("Task_CheckManually");
    }

    private CaseNumber filed() throws IOException {
        ObjectNode data = (ObjectNode) json.readTree(SAMPLE.toFile());
        data.put("district", "310101").put("hkMacaoPermit", "H99999977"); // the sample's is a demo applicant's
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
