package org.haina.service.terminations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.ShownAct;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.journey.PdfText;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItems;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Granted teachers of Huangpu, and what officials and holders do when a grant is to end. */
@Lazy
@Component
public class Grants {

    public static final Official LAWYER = SignedIn.official("lawyer.huangpu", "310101", Role.REVIEWER);

    /** A granted case and who holds it. */
    public record Grant(CaseNumber number, TestPerson holder) {}

    private final MockMvc web;
    private final ObjectMapper json;
    private final Filing filing;
    private final Cases cases;
    private final Documents documents;
    private final WorkItems items;
    private final SandboxServer sandbox;
    private final JdbcClient jdbc;

    Grants(
            MockMvc web,
            ObjectMapper json,
            Filing filing,
            Cases cases,
            Documents documents,
            WorkItems items,
            SandboxServer sandbox,
            JdbcClient jdbc) {
        this.web = web;
        this.json = json;
        this.filing = filing;
        this.cases = cases;
        this.documents = documents;
        this.items = items;
        this.sandbox = sandbox;
        this.jdbc = jdbc;
    }

    public Grant granted() throws Exception {
        TestDesk desk = new TestDesk(web, json, filing, cases);
        TestPerson holder = TestPerson.admitted(sandbox);
        CaseNumber number = desk.decided(holder, "granted");
        desk.await(number, CaseStatus.GRANTED);
        return new Grant(number, holder);
    }

    /** Nothing is decided here yet. */
    public CaseNumber received() {
        return filing.filed(TestPerson.unknown());
    }

    /** As an official fills in the page of an act. */
    ResultActions propose(CaseNumber number, String act, Official official, Map<String, String> fields)
            throws Exception {
        MockHttpServletRequestBuilder form = post("/desk/cases/" + number + "/acts/" + act)
                .param("version", String.valueOf(cases.get(number).version()));
        if (!fields.containsKey("about")) {
            form.param("about", ShownAct.about(web, number, act, official));
        }
        fields.forEach(form::param);
        return web.perform(form.with(csrf()).with(SignedIn.as(official)));
    }

    public void proposed(CaseNumber number, String act, String ground) throws Exception {
        propose(number, act, TestDesk.REVIEWER, fields(ground)).andExpect(status().is3xxRedirection());
    }

    /** As a program of an official proposes it. */
    ResultActions sent(CaseNumber number, Official official, String proposal) throws Exception {
        return web.perform(post("/api/v1/cases/" + number + "/terminations")
                .contentType("application/json")
                .content(proposal)
                .with(SignedIn.as(official)));
    }

    ResultActions listed(CaseNumber number, Official official) throws Exception {
        return web.perform(get("/api/v1/cases/" + number + "/terminations").with(SignedIn.as(official)))
                .andExpect(status().isOk());
    }

    static Map<String, String> fields(String ground) {
        Map<String, String> fields = Map.of("ground", ground, "facts", "经查，申请时提交的学历证书系伪造。");
        return ground.equals("PENALTY")
                ? Map.of("ground", ground, "facts", fields.get("facts"), "penalty", "海示黄教罚〔2026〕3号")
                : fields;
    }

    public void work(CaseNumber number, Official official, String outcome, String opinion) throws Exception {
        TestDesk.work(
                web, json, number, official, "{\"outcome\":\"%s\",\"opinion\":\"%s\"}".formatted(outcome, opinion));
    }

    /** As {@link #work} where the official has several tasks in the case at once. */
    void workOn(CaseNumber number, String taskKey, Official official, String outcome, String opinion) throws Exception {
        String item = "/api/v1/work-items/" + task(number, taskKey);
        String tag = web.perform(post(item + "/claim").with(SignedIn.as(official)))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        web.perform(post(item + "/complete")
                        .with(SignedIn.as(official))
                        .header("If-Match", String.valueOf(tag))
                        .contentType("application/json")
                        .content("{\"outcome\":\"%s\",\"opinion\":\"%s\"}".formatted(outcome, opinion)))
                .andExpect(status().isNoContent());
    }

    /** The page of the case with one of several tasks, as the work list leads there. */
    Document deskAt(CaseNumber number, String taskKey, Official official) throws Exception {
        return Jsoup.parse(web.perform(get("/desk/cases/" + number)
                        .param("task", task(number, taskKey))
                        .with(SignedIn.as(official)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private String task(CaseNumber number, String taskKey) {
        return items.ofCase(number).stream()
                .filter(open -> open.isOpen() && open.taskKey().equals(taskKey))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** What is said to an official whose answer is not taken; the task is given back. */
    public String refusal(CaseNumber number, Official official, String outcome, String opinion) throws Exception {
        String item = "/api/v1/work-items/"
                + items.openFor(number, official).orElseThrow().id();
        String tag = web.perform(post(item + "/claim").with(SignedIn.as(official)))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        String said = web.perform(post(item + "/complete")
                        .with(SignedIn.as(official))
                        .header("If-Match", String.valueOf(tag))
                        .contentType("application/json")
                        .content("{\"outcome\":\"%s\",\"opinion\":\"%s\"}".formatted(outcome, opinion)))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        web.perform(post(item + "/release").with(SignedIn.as(official))).andExpect(status().isOk());
        return said;
    }

    boolean hasTask(CaseNumber number, Official official) {
        return items.openFor(number, official).isPresent();
    }

    /** What the holder sends from one of his pages. */
    public ResultActions sends(Grant grant, TestPerson by, String page, String text) throws Exception {
        return web.perform(post("/cases/" + grant.number() + page)
                .param("text", text)
                .with(csrf())
                .with(SignedIn.as(filing.citizen(by))));
    }

    Document ownPage(Grant grant, String page) throws Exception {
        return Jsoup.parse(
                web.perform(get("/cases/" + grant.number() + page).with(SignedIn.as(filing.citizen(grant.holder()))))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }

    public Document desk(CaseNumber number, Official official) throws Exception {
        return Jsoup.parse(web.perform(get("/desk/cases/" + number).with(SignedIn.as(official)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    /** What anybody reads of the certificate. */
    String verified(CaseNumber number) throws Exception {
        String code = jdbc.sql("select code from certificate where case_number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
        return Jsoup.parse(web.perform(get("/verify/" + code))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .select(".chip")
                .text();
    }

    /** Identifier under which the licence store knows the certificate. */
    String identifier(CaseNumber number) {
        return jdbc.sql("select identifier from certificate where case_number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
    }

    CaseDocument letter(CaseNumber number, DocumentType type) {
        return documents.of(number).stream()
                .filter(document -> document.type() == type)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    String read(Grant grant, CaseDocument letter) throws Exception {
        byte[] pdf = web.perform(get("/cases/" + grant.number() + "/documents/" + letter.id())
                        .with(SignedIn.as(filing.citizen(grant.holder()))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        String text = PdfText.of(pdf).replaceAll("\\s", "");
        assertThat(text).isNotEmpty();
        return text;
    }
}
