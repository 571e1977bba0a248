package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.SandboxAuthorities;
import org.haina.service.ServiceTest;
import org.haina.service.ShownAct;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Machine;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.applications.Submission;
import org.haina.service.applications.SubmissionOutcome;
import org.haina.service.applications.Submissions;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.Channel;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.commitments.Commitments;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A promise that was not true, and promises nobody may make. */
@ServiceTest
class BrokenCommitmentTests {

    private static final String BROKEN = "{\"outcome\":\"broken\",\"opinion\":\"经核查，原证书仍在任教学校使用。\"}";
    private static final String ANNULLED = "{\"outcome\":\"annulled\",\"opinion\":\"已听取申请人的陈述，没有新的证据。\"}";

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    ReissueCases reissues;

    @Autowired
    Submissions submissions;

    @Autowired
    Cases cases;

    @Autowired
    CaseClocks clocks;

    @Autowired
    Commitments commitments;

    @Autowired
    Documents documents;

    @Autowired
    WorkItems items;

    @Autowired
    SandboxServer sandbox;

    @Test
    void a_false_promise_costs_the_certificate_in_writing_and_the_right_to_promise_again() throws Exception {
        String number = ReissueCases.number();
        TestPerson person = reissues.holder(number);
        CaseNumber granted = reissues.granted(person, number);
        String certificate = reissues.certificate(granted, person);

        work(granted, TestDesk.REVIEWER, BROKEN);
        assertThat(cases.get(granted).status()).isEqualTo(CaseStatus.GRANTED);
        work(granted, TestDesk.DECIDER, ANNULLED);

        assertThat(cases.get(granted).status()).isEqualTo(CaseStatus.ANNULLED);
        assertThat(clocks.deadline(granted, ClockName.LATER_CHECK)).isEmpty();
        web.perform(get("/api/v1/certificates/" + ReissueCases.code(certificate)))
                .andExpect(jsonPath("$.status").value("ANNULLED"));
        assertThat(letter(granted, person)).contains("经核查，原证书仍在任教学校使用", "已听取申请人的陈述", number, "行政复议", "国办发〔2020〕42号");
        TestDesk.await(
                "the store to know that " + granted + " is annulled",
                () -> SandboxAuthorities.effects(sandbox, "licence-store", "status").stream()
                        .anyMatch(effect -> effect.path("body")
                                        .path("ZZZT")
                                        .asText()
                                        .equals("03")
                                && effect.path("body").path("ZZBS").asText().contains("." + number + ".")));
        web.perform(get("/cases/" + granted).with(SignedIn.as(filing.citizen(person))))
                .andExpect(content().string(containsString("原来的决定已经撤销")))
                .andExpect(content().string(not(containsString("下载证书"))));
        assertThat(refused(person, number, reissues.promised(person)))
                .containsExactly("/materials/loss-notice commitment " + Commitments.BARRED);
        assertThat(reissues.filed(person, number, reissues.proved(person))).isNotNull();
    }

    @Test
    void the_head_alone_restores_the_credit_and_then_the_word_is_enough_again() throws Exception {
        String number = ReissueCases.number();
        TestPerson person = reissues.holder(number);
        CaseNumber annulled = reissues.granted(person, number);
        work(annulled, TestDesk.REVIEWER, BROKEN);
        work(annulled, TestDesk.DECIDER, ANNULLED);

        restore(annulled, TestDesk.DECIDER).andExpect(status().is4xxClientError());
        assertThat(commitments.barred(filing.party(person))).isTrue();
        restore(annulled, SignedIn.head("310101")).andExpect(status().is3xxRedirection());

        assertThat(commitments.barred(filing.party(person))).isFalse();
        assertThat(cases.get(annulled).status()).isEqualTo(CaseStatus.ANNULLED);
        assertThat(cases.timeline(annulled)).anyMatch(entry -> entry.label().startsWith("信用修复"));
        assertThat(reissues.filed(person, number, reissues.promised(person))).isNotNull();
    }

    private ResultActions restore(CaseNumber number, Official official) throws Exception {
        return web.perform(post("/desk/cases/" + number + "/acts/credit")
                .param("version", String.valueOf(cases.get(number).version()))
                .param("reason", "已交回原证书，并补交遗失声明。")
                .with(csrf())
                .with(SignedIn.as(official)));
    }

    @Test
    void the_decider_may_leave_it_and_then_nobody_is_listed() throws Exception {
        String number = ReissueCases.number();
        TestPerson person = reissues.holder(number);
        CaseNumber granted = reissues.granted(person, number);

        work(granted, TestDesk.REVIEWER, BROKEN);
        work(granted, TestDesk.DECIDER, "{\"outcome\":\"upheld\",\"opinion\":\"原证书系学校存档的复印件。\"}");

        assertThat(cases.get(granted).status()).isEqualTo(CaseStatus.GRANTED);
        assertThat(clocks.deadline(granted, ClockName.LATER_CHECK)).isEmpty();
        assertThat(commitments.barred(filing.party(person))).isFalse();
        assertThat(documents.of(granted))
                .extracting(CaseDocument::type)
                .doesNotContain(DocumentType.ANNULMENT_DECISION);
        web.perform(get("/api/v1/certificates/" + ReissueCases.code(reissues.certificate(granted, person))))
                .andExpect(jsonPath("$.status").value("VALID"));
    }

    @Test
    void while_a_promise_is_looked_into_nothing_else_annuls_the_grant() throws Exception {
        String number = ReissueCases.number();
        CaseNumber granted = reissues.granted(reissues.holder(number), number);

        annulment(granted).andExpect(status().isConflict());
        work(granted, TestDesk.REVIEWER, "{\"outcome\":\"kept\",\"opinion\":\"已向任教学校核实。\"}");
        annulment(granted).andExpect(status().is3xxRedirection());
    }

    private ResultActions annulment(CaseNumber number) throws Exception {
        return web.perform(post("/desk/cases/" + number + "/acts/annulment")
                .param("version", String.valueOf(cases.get(number).version()))
                .param("ground", "DECEIT")
                .param("facts", "经查，申请时提交的材料系伪造。")
                .with(csrf())
                .with(SignedIn.as(TestDesk.REVIEWER)));
    }

    @Test
    void who_found_it_false_does_not_decide_and_neither_goes_without_a_word() throws Exception {
        Official both = SignedIn.official("both.huangpu", "310101", Role.REVIEWER, Role.DECIDER);
        String number = ReissueCases.number();
        CaseNumber granted = reissues.granted(reissues.holder(number), number);

        assertThat(refusal(granted, both, "{\"outcome\":\"kept\"}")).contains("请写明核查的方式和结果");
        work(granted, both, BROKEN);
        assertThat(refusal(granted, both, ANNULLED)).contains("核查人与决定人不能为同一人");
        takenBack(granted, both);
        work(granted, TestDesk.REVIEWER, BROKEN);
        assertThat(refusal(granted, both, ANNULLED)).as("taken back").contains("核查人与决定人不能为同一人");
        assertThat(refusal(granted, TestDesk.DECIDER, "{\"outcome\":\"annulled\",\"opinion\":\" \"}"))
                .contains("请写明理由");
        assertThat(cases.get(granted).status()).isEqualTo(CaseStatus.GRANTED);
        work(granted, TestDesk.DECIDER, ANNULLED);
        assertThat(cases.get(granted).status()).isEqualTo(CaseStatus.ANNULLED);
    }

    @Test
    void a_promise_of_other_words_of_another_paper_or_by_another_is_none() {
        String number = ReissueCases.number();
        TestPerson person = reissues.holder(number);
        SuppliedMaterial other = new SuppliedMaterial("loss-notice", Source.COMMITMENT, "0".repeat(64));
        SuppliedMaterial photo = new SuppliedMaterial("photo", Source.COMMITMENT, reissues.hash());
        SuppliedMaterial notice = new SuppliedMaterial("loss-notice", Source.COMMITMENT, reissues.hash());

        assertThat(refused(person, number, reissues.with(person, other)))
                .containsExactly("/materials/loss-notice commitment 承诺书的内容与您看到的不一致，请重新阅读后再作出承诺。");
        assertThat(refused(person, number, List.of(photo, notice)))
                .containsExactly("/materials/photo commitment 这份材料不能以书面承诺代替，请提交材料。");
        assertThat(findings(new Submission(
                        new Machine("partner-demo"),
                        ReissueCases.ITEM,
                        filing.party(person),
                        Optional.empty(),
                        Channel.API,
                        UUID.randomUUID().toString(),
                        person.reissueApplication(number),
                        reissues.promised(person),
                        List.of("person", person.name()))))
                .contains("/materials/loss-notice commitment 书面承诺须由申请人本人登录后作出，不能代为作出。");
        TestPerson agent = TestPerson.unknown();
        assertThat(findings(new Submission(
                        filing.citizen(agent),
                        ReissueCases.ITEM,
                        filing.party(person),
                        Optional.of(filing.party(agent)),
                        Channel.WEB,
                        UUID.randomUUID().toString(),
                        person.reissueApplication(number),
                        reissues.with(agent, notice))))
                .contains("/materials/loss-notice commitment 书面承诺须由申请人本人登录后作出，不能代为作出。");
    }

    private List<String> refused(TestPerson person, String number, List<SuppliedMaterial> materials) {
        return findings(filing.submission(
                person,
                UUID.randomUUID().toString(),
                ReissueCases.ITEM.value(),
                person.reissueApplication(number),
                materials));
    }

    private List<String> findings(Submission submission) {
        SubmissionOutcome outcome = submissions.submit(submission);
        assertThat(outcome).isInstanceOf(SubmissionOutcome.Invalid.class);
        return ((SubmissionOutcome.Invalid) outcome)
                .findings().stream()
                        .map(finding -> finding.pointer() + " " + finding.rule() + " " + finding.message())
                        .toList();
    }

    private void takenBack(CaseNumber number, Official official) throws Exception {
        web.perform(post("/desk/cases/" + number + "/acts/take-back-task")
                        .param("version", String.valueOf(cases.get(number).version()))
                        .param("about", ShownAct.about(web, number, "take-back-task", official))
                        .param("reason", "需要再次核实")
                        .with(csrf())
                        .with(SignedIn.as(official)))
                .andExpect(status().is3xxRedirection());
    }

    private void work(CaseNumber number, Official official, String completion) throws Exception {
        TestDesk.work(web, json, number, official, completion);
    }

    /** What is said to an official whose answer is not good enough; the task is given back. */
    private String refusal(CaseNumber number, Official official, String completion) throws Exception {
        String item = "/api/v1/work-items/"
                + items.openFor(number, official).orElseThrow().id();
        String tag = web.perform(post(item + "/claim").with(SignedIn.as(official)))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        String said = web.perform(post(item + "/complete")
                        .with(SignedIn.as(official))
                        .header("If-Match", String.valueOf(tag))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(completion))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        web.perform(post(item + "/release").with(SignedIn.as(official))).andExpect(status().isOk());
        return said;
    }

    private String letter(CaseNumber number, TestPerson person) throws Exception {
        CaseDocument letter = documents.of(number).stream()
                .filter(document -> document.type() == DocumentType.ANNULMENT_DECISION)
                .findFirst()
                .orElseThrow();
        return PdfText.of(reissues.bytes("/cases/" + number + "/documents/" + letter.id(), person))
                .replaceAll("\\s", "");
    }
}
