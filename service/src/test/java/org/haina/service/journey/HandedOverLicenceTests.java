package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.SignedIn;
import org.haina.service.applications.Continuations;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.commitments.Commitments;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.procedure.CaseActs;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** 转报 of what is about a certificate: to whom it may go, and what goes with it. */
@ServiceTest
class HandedOverLicenceTests {

    private static final Official OTHER = SignedIn.clerk("310104");
    private static final Map<String, String> TO_OTHER = Map.of("organ", OTHER.org(), "reason", "由徐汇区教育局办理");

    @Autowired
    MockMvc web;

    @Autowired
    LicenceChanges changes;

    @Autowired
    ReissueCases reissues;

    @Autowired
    Cases cases;

    @Autowired
    Commitments commitments;

    @Autowired
    Continuations continuations;

    @Autowired
    Documents documents;

    @Autowired
    CaseActs acts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void what_changes_or_renews_a_licence_goes_to_no_organ_that_did_not_grant_it() throws Exception {
        TestPerson person = changes.organiser();
        CaseNumber number = changes.number(
                changes.apply(changes.proved(person, changes.licence(changes.licensed(person))), person));

        Document page = page(number);
        assertThat(page.select("#refusal").text()).contains("原颁发机关", "第四十九条", "不能转报");
        assertThat(page.select("form.act")).isEmpty();
        web.perform(post("/desk/cases/" + number + "/acts/hand-over")
                        .param("version", String.valueOf(cases.get(number).version()))
                        .param("organ", OTHER.org())
                        .param("reason", "由徐汇区教育局办理")
                        .with(SignedIn.as(TestDesk.CLERK))
                        .with(csrf()))
                .andExpect(status().isConflict());

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);
    }

    @Test
    void a_reissue_goes_anywhere_while_nobody_knows_who_granted_and_nowhere_else_once_one_has() throws Exception {
        String certificate = ReissueCases.number();
        TestPerson holder = reissues.holder(certificate);
        CaseNumber first = reissues.filed(holder, certificate, reissues.proved(holder));
        assertThat(page(first).select("input[name=organ]").eachAttr("value"))
                .contains(OTHER.org())
                .doesNotContain(TestDesk.CLERK.org());
        reissues.grant(first);

        CaseNumber second = reissues.filed(holder, certificate, reissues.proved(holder));

        assertThat(page(second).select("#refusal").text()).contains("原颁发机关");
    }

    @Test
    void the_promise_is_written_up_in_the_case_that_goes_on_and_its_district_is_where_it_goes_on() throws Exception {
        String certificate = ReissueCases.number();
        TestPerson holder = reissues.holder(certificate);
        CaseNumber first = reissues.filed(holder, certificate, reissues.promised(holder));
        acts.perform(first, "hand-over", TO_OTHER, TestDesk.CLERK);
        acts.perform(first, "hand-over-receipt", Map.of("note", "由教师科办理"), OTHER);

        CaseNumber next = continuations.of(first).orElseThrow();

        CaseDocument letter = letters(next).get(0);
        assertThat(letters(next)).hasSize(1);
        assertThat(letter.number()).isNotEqualTo(letters(first).get(0).number());
        assertThat(changes.printed(letter, holder))
                .contains(next.value(), commitments.of(next).get(0).hash());
        assertThat(cases.get(next).data().path("district").asText()).isEqualTo("310104");
        assertThat(cases.get(first).data().path("district").asText()).isEqualTo("310101");
        assertThat(cases.timeline(next)).anyMatch(entry -> entry.label().contains("改为徐汇区"));
        assertThat(jdbc.sql("select action from audit_entry where case_number = :number")
                        .param("number", next.value())
                        .query(String.class)
                        .list())
                .as("nobody has corrected what was handed in")
                .contains("case.place")
                .doesNotContain("case.correct");
    }

    private List<CaseDocument> letters(CaseNumber number) {
        return documents.of(number).stream()
                .filter(document -> document.type() == DocumentType.COMMITMENT_LETTER)
                .toList();
    }

    private Document page(CaseNumber number) throws Exception {
        return Jsoup.parse(
                web.perform(get("/desk/cases/" + number + "/acts/hand-over").with(SignedIn.as(TestDesk.CLERK)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }
}
