package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.SandboxAuthorities;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.commitments.Commitments;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.publications.PublicGrants;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A lost certificate from the application to its place being taken, and what is looked into afterwards. */
@ServiceTest
class ReissueJourneyTests {

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    ReissueCases reissues;

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

    @Autowired
    PublicGrants published;

    @Test
    void the_new_certificate_carries_the_old_number_and_the_old_one_is_replaced_everywhere() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        TestDesk desk = new TestDesk(web, json, filing, cases);
        CaseNumber first = desk.decided(person, "granted");
        desk.await(first, CaseStatus.GRANTED);
        String old = reissues.certificate(first, person);
        String number = plain(old).replaceAll(".*\\.(\\d{17})\\.001\\..*", "$1");

        CaseNumber reissue = reissues.granted(person, number);

        String reissued = reissues.certificate(reissue, person);
        assertThat(plain(reissued)).contains(number, "遗失，申请补发", "原证书同时失效");
        assertThat(ReissueCases.code(reissued)).isNotEqualTo(ReissueCases.code(old));
        verified(old).andExpect(jsonPath("$.status").value("REPLACED"));
        verified(reissued).andExpect(jsonPath("$.status").value("VALID"));
        assertThat(published.entry(first).path("state").asText())
                .as("another paper, the same grant")
                .isEqualTo("IN_FORCE");
        web.perform(get("/verify/" + ReissueCases.code(old)))
                .andExpect(content().string(containsString("已由补发、换发、变更的证书替代")));
        TestDesk.await(
                "the store to know that " + first + " is replaced",
                () -> SandboxAuthorities.effects(sandbox, "licence-store", "status").stream()
                        .anyMatch(effect -> effect.path("body")
                                        .path("ZZZT")
                                        .asText()
                                        .equals("05")
                                && effect.path("body").path("ZZBS").asText().contains("." + number + ".001.")));
    }

    @Test
    void a_second_reissue_takes_the_place_of_the_first() throws Exception {
        String number = ReissueCases.number();
        TestPerson person = reissues.holder(number);
        CaseNumber once = reissues.granted(person, number);
        CaseNumber again = reissues.granted(person, number);

        String first = reissues.certificate(once, person);
        String second = reissues.certificate(again, person);

        assertThat(plain(first)).contains("." + number + ".002.");
        assertThat(plain(second)).contains("." + number + ".003.");
        verified(first).andExpect(jsonPath("$.status").value("REPLACED"));
        verified(second).andExpect(jsonPath("$.status").value("VALID"));
    }

    @Test
    void the_promise_is_kept_word_for_word_and_printed_and_stands_where_the_paper_would() throws Exception {
        String number = ReissueCases.number();
        TestPerson person = reissues.holder(number);
        CaseNumber filed = reissues.filed(person, number, reissues.promised(person));

        assertThat(commitments.of(filed)).singleElement().satisfies(made -> {
            assertThat(made.signer()).isEqualTo(filing.party(person));
            assertThat(made.version()).isEqualTo("1.1.1");
            assertThat(made.hash()).isEqualTo(reissues.hash());
            assertThat(made.text()).contains("本人的教师资格证书确已遗失", "国办发〔2020〕42号");
        });
        String letter = letter(filed, DocumentType.COMMITMENT_LETTER, person);
        assertThat(letter).contains(person.name(), "本人的教师资格证书确已遗失", reissues.hash(), "承诺不实的，依法撤销");
        web.perform(get("/desk/cases/" + filed).with(SignedIn.as(TestDesk.CLERK)))
                .andExpect(content().string(containsString("承诺：申请人以书面承诺代替")));
        web.perform(get("/cases/" + filed).with(SignedIn.as(filing.citizen(person))))
                .andExpect(content().string(containsString("您以书面承诺代替")));
        assertThat(letterOf(reissues.bytes(
                        "/cases/" + filed + "/documents/"
                                + documents.receipt(filed).id(),
                        person)))
                .contains("书面承诺，免交");
    }

    @Test
    void what_was_promised_is_looked_into_within_two_months_of_the_grant_and_what_is_true_ends_there()
            throws Exception {
        String number = ReissueCases.number();
        TestPerson person = reissues.holder(number);
        CaseNumber granted = reissues.granted(person, number);
        TestDesk desk = new TestDesk(web, json, filing, cases);

        assertThat(clocks.deadline(granted, ClockName.LATER_CHECK).orElseThrow().due())
                .isEqualTo(LocalDate.of(2027, 1, 25));
        assertThat(items.openFor(granted, TestDesk.REVIEWER).orElseThrow())
                .satisfies(item -> assertThat(item.taskKey()).isEqualTo("Task_CheckCommitments"))
                .satisfies(item -> assertThat(item.due()).contains(LocalDate.of(2027, 1, 25)));
        web.perform(get("/desk/cases/" + granted).with(SignedIn.as(TestDesk.REVIEWER)))
                .andExpect(content().string(containsString("核查承诺")))
                .andExpect(content().string(containsString("事后核查流程图")));

        desk.work(granted, TestDesk.REVIEWER, "{\"outcome\":\"kept\",\"opinion\":\"已向任教学校核实\"}");

        assertThat(cases.get(granted).status()).isEqualTo(CaseStatus.GRANTED);
        assertThat(clocks.deadline(granted, ClockName.LATER_CHECK)).isEmpty();
        assertThat(cases.timeline(granted)).anyMatch(entry -> entry.label().equals("事后核查：承诺属实"));
        assertThat(commitments.barred(filing.party(person))).isFalse();
        verified(reissues.certificate(granted, person))
                .andExpect(jsonPath("$.status").value("VALID"));
    }

    @Test
    void who_proves_the_loss_gets_the_same_and_nothing_is_looked_into_later() throws Exception {
        String number = ReissueCases.number();
        TestPerson person = reissues.holder(number);
        CaseNumber filed = reissues.filed(person, number, reissues.proved(person));

        reissues.grant(filed);

        assertThat(items.ofCase(filed)).noneMatch(item -> item.taskKey().equals("Task_CheckCommitments"));
        assertThat(clocks.deadline(filed, ClockName.LATER_CHECK)).isEmpty();
        assertThat(documents.of(filed))
                .extracting(CaseDocument::type)
                .doesNotContain(DocumentType.COMMITMENT_LETTER)
                .contains(DocumentType.DECISION_GRANTED);
    }

    private org.springframework.test.web.servlet.ResultActions verified(String certificate) throws Exception {
        return web.perform(get("/api/v1/certificates/" + ReissueCases.code(certificate)))
                .andExpect(status().isOk());
    }

    private String letter(CaseNumber number, DocumentType type, TestPerson person) throws Exception {
        CaseDocument letter = documents.of(number).stream()
                .filter(document -> document.type() == type)
                .findFirst()
                .orElseThrow();
        return letterOf(reissues.bytes("/cases/" + number + "/documents/" + letter.id(), person));
    }

    private static String letterOf(byte[] pdf) {
        return plain(PdfText.of(pdf));
    }

    private static String plain(String printed) {
        return printed.replaceAll("\\s", "");
    }
}
