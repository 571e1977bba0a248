package org.haina.service.minors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.haina.forms.FormLayout;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.access.Caller;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.minors.Children.Family;
import org.haina.service.uploads.HostileFiles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** 休学 from the choice of the child to the written decision, page by page; everybody in the office asks first. */
@ServiceTest
class DeferralJourneyTests {

    private static final String BEGIN = "/items/enrolment-deferral/apply";

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Children children;

    @Autowired
    Filing filing;

    @Autowired
    Catalog catalog;

    @Autowired
    Cases cases;

    @Autowired
    Documents documents;

    @Test
    void a_guardian_applies_for_a_child_and_gets_the_decision_for_the_school() throws Exception {
        Family family = children.aged(7, 30);
        CaseNumber number = applied(family);
        Map<Official, Official> managers = Map.of(
                TestDesk.CLERK, TestDesk.DECIDER,
                TestDesk.REVIEWER, TestDesk.DECIDER,
                TestDesk.DECIDER, SignedIn.head("310101"));
        for (Official reader : managers.keySet()) {
            read(number, reader, managers.get(reader));
        }

        work(number, TestDesk.CLERK, "accept", "");
        work(number, TestDesk.REVIEWER, "approve", "医院证明需要休养，期间合理。");
        work(number, TestDesk.DECIDER, "granted", "批准休学，自2026年12月1日至2027年6月30日。");

        new TestDesk(web, json, filing, cases).await(number, CaseStatus.GRANTED);
        CaseDocument decision = documents.of(number).stream()
                .filter(document -> document.type() == DocumentType.DECISION_GRANTED)
                .findFirst()
                .orElseThrow();
        assertThat(text(number, decision, family))
                .contains("予以批准决定书", "王示童", "休学", "自2026年12月1日至2027年6月30日", "义务教育法")
                .doesNotContain(Children.ILLNESS);
        Document own = page("/cases/" + number, family.guardian());
        assertThat(own.text()).contains("予以批准", "工作人员查看办件，理由：办理本件");
    }

    private CaseNumber applied(Family family) throws Exception {
        Document before = page(BEGIN, family.guardian());
        assertThat(before.select("#for label").eachText())
                .as("the guardian knows the child")
                .hasSize(1)
                .allMatch(choice -> choice.startsWith("王示童") && !choice.contains(family.childNumber()));
        String draft = Objects.requireNonNull(web.perform(post(BEGIN)
                        .param("for", family.child().toString())
                        .with(csrf())
                        .with(SignedIn.as(family.guardian())))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        Document first = page(draft + "/pages/child", family.guardian());
        assertThat(first.text()).contains("王示童");
        web.perform(multipart(draft + "/files/hospital-certificate")
                .file(new MockMultipartFile("file", "证明.pdf", "application/pdf", HostileFiles.pdf()))
                .with(csrf())
                .with(SignedIn.as(family.guardian())));
        ObjectNode answers = children.answers(family);
        String next = draft + "/pages/child";
        var form = catalog.current(Children.ITEM).applicationForm();
        for (FormLayout.Page page : form.layout().pages()) {
            assertThat(next).isEqualTo(draft + "/pages/" + page.key());
            MockHttpServletRequestBuilder sent = post(next).param("scripted", "1");
            form.inputs(page.key(), answers).forEach((name, values) -> sent.param(name, values.toArray(String[]::new)));
            next = web.perform(sent.with(csrf()).with(SignedIn.as(family.guardian())))
                    .andReturn()
                    .getResponse()
                    .getRedirectedUrl();
        }
        assertThat(next).isEqualTo(draft + "/check");
        String receipt = String.valueOf(web.perform(post(draft + "/submit")
                        .param("consent", children.consent())
                        .with(csrf())
                        .with(SignedIn.as(family.guardian())))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        assertThat(receipt).matches("/cases/HN\\w+/receipt");
        return new CaseNumber(receipt.split("/")[2]);
    }

    /** Asked by whoever has the task, approved by somebody else, then read. */
    private void read(CaseNumber number, Official reader, Official manager) throws Exception {
        String closed = "/desk/cases/" + number + "/minor-access";
        web.perform(post(closed).param("purpose", "办理本件").with(csrf()).with(SignedIn.as(reader)))
                .andExpect(redirectedUrl(closed));
        String next = "/desk/minor-access";
        String asked = "";
        while (asked.isEmpty()) {
            assertThat(next).as("a page that has " + number).isNotEmpty();
            Document page = page(next, manager);
            asked = page.select("tr:contains(" + number + "):contains(" + reader.account() + ") [name=ask]")
                    .val();
            next = page.select("a[rel=next]").attr("href");
        }
        web.perform(post("/desk/minor-access")
                .param("outcome", "APPROVED")
                .param("ask", asked)
                .with(csrf())
                .with(SignedIn.as(manager)));
        assertThat(page("/desk/cases/" + number, reader).text()).contains(Children.SCHOOL);
    }

    private void work(CaseNumber number, Official official, String outcome, String opinion) throws Exception {
        new TestDesk(web, json, filing, cases)
                .work(
                        number,
                        official,
                        json.createObjectNode()
                                .put("outcome", outcome)
                                .put("opinion", opinion)
                                .toString());
    }

    private String text(CaseNumber number, CaseDocument document, Family family) throws Exception {
        byte[] pdf = web.perform(
                        get("/cases/" + number + "/documents/" + document.id()).with(SignedIn.as(family.guardian())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var open = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(open).replaceAll("\\s", "");
        }
    }

    private Document page(String address, Caller caller) throws Exception {
        return Jsoup.parse(web.perform(get(address).with(SignedIn.as(caller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
