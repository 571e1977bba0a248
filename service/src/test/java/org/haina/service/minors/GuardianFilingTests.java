package org.haina.service.minors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.access.Caller;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.SignedIn;
import org.haina.service.applications.Candidate;
import org.haina.service.applications.Continuations;
import org.haina.service.applications.Draft;
import org.haina.service.applications.Drafts;
import org.haina.service.applications.MandateRule;
import org.haina.service.applications.Refusal;
import org.haina.service.applications.Submission;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.cases.Channel;
import org.haina.service.catalog.Catalog;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.journey.PdfText;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.haina.service.minors.Children.Family;
import org.haina.service.parties.Mandate;
import org.haina.service.vault.Vault;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** A guardian files for a child, by page and API; below fourteen the consent is asked for first. */
@ServiceTest
class GuardianFilingTests {

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Children children;

    @Autowired
    GuardianConsents consents;

    @Autowired
    Drafts drafts;

    @Autowired
    Catalog catalog;

    @Autowired
    Cases cases;

    @Autowired
    Documents documents;

    @Autowired
    Vault vault;

    @Autowired
    MandateRule mandate;

    @Autowired
    Continuations continuations;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock time;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void the_last_page_asks_for_the_consent_and_nothing_is_filed_without_it() throws Exception {
        Family family = children.aged(7, 30);
        Draft draft = drafted(family);

        Document check = page("/applications/" + draft.id() + "/check", family.guardian());
        assertThat(check.select("#consent dt").eachText())
                .containsExactly("处理的信息", "处理的目的", "处理的必要性", "对孩子的影响", "保存的期限", "撤回同意", "依据");
        assertThat(check.select("#consent input[checked]")).isEmpty();
        assertThat(check.select("#consent input").val()).isEqualTo(children.consent());

        assertThat(refusal(submitted(draft, family, ""))).contains("处理孩子的个人信息须经您同意");
        assertThat(refusal(submitted(draft, family, "f".repeat(64)))).contains("请重新阅读");
        assertThat(drafts.get(draft.id(), draft.party()).number()).isEmpty();
    }

    @Test
    void the_consent_is_kept_word_for_word_and_shown_to_the_guardian() throws Exception {
        Family family = children.aged(7, 30);
        Draft draft = drafted(family);

        submitted(draft, family, children.consent()).andExpect(status().isFound());

        CaseNumber number = drafts.get(draft.id(), draft.party()).number().orElseThrow();
        GuardianConsent kept = consents.of(number).orElseThrow();
        assertThat(kept.guardian()).isEqualTo(family.guardian().party());
        assertThat(kept.child()).isEqualTo(family.child());
        assertThat(kept.givenAt()).isEqualTo(time.instant());
        assertThat(kept.hash()).isEqualTo(vault.hash(kept.text().getBytes(StandardCharsets.UTF_8)));
        assertThat(kept.text()).contains("版本1.0.0", "身体状况", "撤回申请", "第三十一条");
        assertThat(cases.timeline(number)).anyMatch(entry -> entry.label().contains("监护人同意"));
        Document own = page("/cases/" + number, family.guardian());
        assertThat(own.select("#consent").text()).contains("您作为监护人同意", "撤回同意和申请");
    }

    @Test
    void the_consent_is_a_document_of_the_case_that_repeats_every_word() throws Exception {
        Family family = children.aged(7, 30);
        CaseNumber number = children.filed(family);

        CaseDocument letter = documents.of(number).stream()
                .filter(document -> document.type() == DocumentType.GUARDIAN_CONSENT)
                .findFirst()
                .orElseThrow();

        assertThat(letter.number()).contains("监〔2026〕");
        String printed = PdfText.of(web.perform(get("/cases/" + number + "/documents/" + letter.id())
                                .with(SignedIn.as(family.guardian())))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .replaceAll("\\s", "");
        GuardianConsent kept = consents.of(number).orElseThrow();
        assertThat(printed).contains(kept.hash(), family.guardianName(), "王示童", "监护人同意书");
        assertThat(kept.lines()).hasSize(9).allSatisfy(line -> assertThat(printed)
                .contains(line.replaceAll("\\s", "")));
        assertThat(page("/cases/" + number, family.guardian()).text()).contains("监护人同意书");
    }

    @Test
    void where_to_ask_for_the_child_s_data_is_told_before_the_consent_and_on_the_case() throws Exception {
        Family family = children.aged(7, 30);
        CaseNumber number = children.filed(family);
        Document check = page("/applications/" + drafted(family).id() + "/check", family.guardian());
        String before = check.select("#consent a[href^=/minors/rights]").attr("href");
        String after = page("/cases/" + number, family.guardian())
                .select("a[href^=/minors/rights]")
                .attr("href");

        Document anybody = Jsoup.parse(web.perform(get(before))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(anybody.select("main").text()).contains("查阅、复制", "更正", "删除", "撤回同意", "拒绝您的请求的，会说明理由", "第三十四条");
        assertThat(anybody.select("main a.go").eachAttr("href"))
                .containsExactly("/items/consultation/apply?from=enrolment-deferral", "/items/complaint/apply");
        Document own = page(after, family.guardian());
        assertThat(own.select("main a.go").eachAttr("href")).contains("/items/complaint/apply?case=" + number);
        assertThat(own.select("main a.back").attr("href")).isEqualTo("/cases/" + number);
        assertThat(page("/items/consultation/apply?from=enrolment-deferral", family.guardian())
                        .select("main form"))
                .isNotEmpty();
    }

    @Test
    void another_organ_that_goes_on_with_the_case_has_the_consent_too() {
        CaseNumber first = children.filed();

        CaseNumber next = Objects.requireNonNull(
                transaction.execute(status -> continuations.open(cases.get(first), TestDesk.CLERK)));

        assertThat(consents.of(next)).isPresent().isEqualTo(consents.of(first));
        assertThat(documents.of(next).stream().map(CaseDocument::type)).contains(DocumentType.GUARDIAN_CONSENT);
    }

    @Test
    void whoever_withdraws_the_application_withdraws_the_consent_and_reads_when() throws Exception {
        Family family = children.aged(7, 30);
        CaseNumber number = children.filed(family);

        web.perform(post("/cases/" + number + "/withdrawal")
                        .with(SignedIn.as(family.guardian()))
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases/" + number));

        assertThat(consents.of(number).orElseThrow().withdrawnAt()).contains(time.instant());
        assertThat(cases.timeline(number)).anyMatch(entry -> entry.label().equals("监护人撤回处理孩子个人信息的同意"));
        assertThat(page("/cases/" + number, family.guardian())
                        .select("#consent")
                        .text())
                .contains("您撤回了这份同意")
                .doesNotContain("请联系受理窗口");
    }

    @Test
    void a_program_sends_the_hash_of_what_the_guardian_has_read() throws Exception {
        Family family = children.aged(7, 30);
        String offered = json.readTree(web.perform(get("/api/v1/items/enrolment-deferral/guardian-consent"))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .path("hash")
                .asText();

        assertThat(reason(filed(family, family.guardian(), null))).isEqualTo("guardian-consent");
        JsonNode accepted = body(filed(family, family.guardian(), offered).andExpect(status().isCreated()));

        CaseFile file = cases.get(new CaseNumber(accepted.path("number").asText()));
        assertThat(file.applicant()).isEqualTo(family.child());
        assertThat(file.agent()).contains(family.guardian().party());
        assertThat(consents.of(file.number())).isPresent();
    }

    /** 13 years and 364 days, the fourteenth birthday, the day before the eighteenth. */
    @ParameterizedTest
    @CsvSource({"14, -1, true", "14, 0, false", "18, -1, false"})
    void below_fourteen_on_the_day_of_filing_the_guardian_consents_and_afterwards_represents(
            int years, int days, boolean asked) throws Exception {
        Family family = children.aged(years, days);

        ResultActions without = filed(family, family.guardian(), null);

        if (asked) {
            assertThat(reason(without)).isEqualTo("guardian-consent");
        } else {
            JsonNode accepted = body(without.andExpect(status().isCreated()));
            assertThat(consents.of(new CaseNumber(accepted.path("number").asText())))
                    .isEmpty();
        }
        assertThat(page("/applications/" + drafted(family).id() + "/check", family.guardian())
                        .select("#consent"))
                .hasSize(asked ? 1 : 0);
    }

    @Test
    void from_the_eighteenth_birthday_on_nobody_files_for_the_child_or_sees_its_case() throws Exception {
        Family family = children.aged(18, -1);
        CaseNumber number = children.filed(family);
        time.advance(Duration.ofDays(1));

        assertThat(reason(filed(family, family.guardian(), null))).isEqualTo("applicant-kind");
        assertThat(page("/items/enrolment-deferral/apply", family.guardian()).select("#for input"))
                .isEmpty();
        web.perform(get("/cases/" + number).with(SignedIn.as(family.guardian())))
                .andExpect(status().isNotFound());
    }

    @Test
    void an_agent_is_no_guardian() throws Exception {
        Family family = children.strangers(LocalDate.now(time).minusYears(7));
        assertThat(reason(filed(family, family.guardian(), children.consent()))).isEqualTo("no-mandate");

        children.entrust(family, Mandate.Kind.AGENT);

        JsonNode refused = body(filed(family, family.guardian(), children.consent()));
        assertThat(refused.path("reason").asText()).isEqualTo("no-mandate");
        assertThat(refused.path("detail").asText()).contains("须由登记的监护人申请");
    }

    @Test
    void a_program_files_for_a_child_in_its_recorded_guardian_s_name_alone() throws Exception {
        Family family = children.aged(7, 30);
        Family others = children.aged(9, 30);

        assertThat(mandate.check(byProgram(family, family.guardian().party()))).isEmpty();
        assertThat(mandate.check(byProgram(family, others.guardian().party())))
                .hasValueSatisfying(refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NO_MANDATE));
        assertThat(mandate.check(byProgram(family, family.child())))
                .hasValueSatisfying(refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NO_MANDATE));
    }

    @Test
    void a_child_does_not_file_alone_and_a_grown_up_has_nobody_to_file_for() throws Exception {
        Family family = children.aged(7, 30);
        ObjectNode question = json.createObjectNode()
                .put("question", "入学登记什么时候开始？要带什么？")
                .put("level", "district")
                .put("district", "310101");

        JsonNode alone = body(sent(
                json.createObjectNode().put("item", "consultation").set("data", question),
                SignedIn.citizen(family.child())));

        assertThat(alone.path("reason").asText()).isEqualTo("guardian-consent");
        assertThat(alone.path("detail").asText()).contains("请监护人用自己的账户登录");
        Citizen grownUp = children.strangers(LocalDate.now(time).minusYears(7)).guardian();
        Document before = page("/items/enrolment-deferral/apply", grownUp);
        assertThat(before.select("main .note-yellow").text()).contains("没有登记可以为其申请的人");
        assertThat(before.select("main form[method=post] button")).isEmpty();
        Object wrong = web.perform(post("/items/enrolment-deferral/apply")
                        .with(SignedIn.as(grownUp))
                        .with(csrf()))
                .andExpect(redirectedUrl("/items/enrolment-deferral/apply"))
                .andReturn()
                .getFlashMap()
                .get("wrong");
        assertThat(String.valueOf(wrong)).contains("没有登记可以为其申请的人");
    }

    private Candidate byProgram(Family family, PartyId agent) {
        return new Candidate(
                new Submission(
                        new Caller.Machine("partner-demo"),
                        Children.ITEM,
                        family.child(),
                        Optional.of(agent),
                        Channel.COUNTER,
                        UUID.randomUUID().toString(),
                        children.answers(family),
                        List.of()),
                catalog.current(Children.ITEM),
                LocalDate.now(time));
    }

    private Draft drafted(Family family) {
        return drafts.begin(
                family.guardian().party(),
                Optional.of(family.child()),
                catalog.current(Children.ITEM),
                children.answers(family),
                List.of(children.certificate(family)));
    }

    private ResultActions submitted(Draft draft, Family family, String consent) throws Exception {
        var sent = post("/applications/" + draft.id() + "/submit")
                .with(SignedIn.as(family.guardian()))
                .with(csrf());
        return web.perform(consent.isEmpty() ? sent : sent.param("consent", consent));
    }

    private static String refusal(ResultActions answer) {
        return String.valueOf(answer.andReturn().getFlashMap().get("refusal"));
    }

    private ResultActions filed(Family family, Citizen by, String consent) throws Exception {
        ObjectNode request = json.createObjectNode().put("item", "enrolment-deferral");
        request.set("data", children.answers(family));
        request.putArray("materials")
                .addObject()
                .put("key", "hospital-certificate")
                .put("file", children.certificate(family).reference());
        request.putObject("applicant")
                .put("type", "child")
                .put("name", "王示童")
                .put("idType", "111")
                .put("idNumber", family.childNumber());
        return sent(consent == null ? request : request.put("guardianConsent", consent), by);
    }

    private ResultActions sent(JsonNode request, Citizen by) throws Exception {
        return web.perform(post("/api/v1/cases")
                .with(SignedIn.as(by))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .content(request.toString()));
    }

    private String reason(ResultActions refused) throws Exception {
        return body(refused.andExpect(status().isUnprocessableEntity()))
                .path("reason")
                .asText();
    }

    private JsonNode body(ResultActions answer) throws Exception {
        return json.readTree(answer.andReturn().getResponse().getContentAsByteArray());
    }

    private Document page(String address, Citizen citizen) throws Exception {
        return Jsoup.parse(web.perform(get(address).with(SignedIn.as(citizen)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
