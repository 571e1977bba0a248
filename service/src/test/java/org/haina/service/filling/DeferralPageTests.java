package org.haina.service.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.SignedIn;
import org.haina.service.applications.Draft;
import org.haina.service.applications.Drafts;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.commitments.Commitments;
import org.haina.service.deferrals.DeferralText;
import org.haina.service.deferrals.Deferrals;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The choice between uploading now and bringing a secondary paper after the acceptance, as the applicant meets it. */
@ServiceTest
class DeferralPageTests {

    private static final ItemKey ITEM = new ItemKey("training-licence");
    private static final ItemKey REISSUE = new ItemKey("teacher-certificate-reissue");
    private static final String PLACE = "#q-staff";

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    Drafts drafts;

    @Autowired
    Catalog catalog;

    @Autowired
    Deferrals deferrals;

    @Autowired
    Commitments commitments;

    @Autowired
    Parties parties;

    @Autowired
    Mandates mandates;

    private TestPerson person;
    private Citizen citizen;

    @BeforeEach
    void somebody_fills_in_an_application() {
        person = TestPerson.unknown();
        citizen = filing.citizen(person);
    }

    @Test
    void before_signing_the_page_tells_which_paper_in_what_form_by_which_day_and_what_follows() throws Exception {
        Document page = page(begun());

        assertThat(page.select(PLACE + " input[type=file]")).hasSize(1);
        assertThat(page.select(PLACE + " details.commitment").text())
                .contains(
                        "校长、教师、财会人员的资格证明",
                        "扫描成一个 PDF",
                        "最晚2026年12月14日（含当天）",
                        "这次申请终止",
                        "沪府规〔2024〕16号",
                        "本人承诺",
                        "查询申请人的失信信息，只用来判断");
        assertThat(page.select(PLACE + " input[name=hash]").val()).isEqualTo(text().hash());
        assertThat(page.select("#q-charter details.commitment")).isEmpty();
        web.perform(get("/api/v1/items/" + ITEM + "/deferrals"))
                .andExpect(jsonPath("$.items[0].material").value("staff"))
                .andExpect(jsonPath("$.items[0].days").value(20))
                .andExpect(jsonPath("$.items[0].hash").value(text().hash()));
    }

    @Test
    void a_promise_not_ticked_of_other_words_or_for_a_main_paper_defers_nothing() throws Exception {
        Draft draft = begun();

        defer(draft, "staff", text().hash(), false)
                .andExpect(flash().attribute("refusedWhy", containsString("请先阅读告知的内容并勾选")));
        defer(draft, "staff", "f".repeat(64), true).andExpect(flash().attribute("refusedWhy", containsString("请重新阅读")));
        defer(draft, "charter", text().hash(), true)
                .andExpect(flash().attribute("refusedWhy", containsString("不能稍后补交")));

        assertThat(pieces(draft)).isEmpty();
    }

    @Test
    void a_promise_takes_the_paper_s_place_is_shown_before_it_is_filed_and_can_be_taken_back() throws Exception {
        Draft draft = begun();

        defer(draft, "staff", text().hash(), true)
                .andExpect(redirectedUrl("/applications/" + draft.id() + "/pages/papers" + PLACE));
        assertThat(pieces(draft)).extracting(SuppliedMaterial::source).containsExactly(Source.DEFERRED);
        assertThat(page(draft).select(PLACE + " .note-done").text()).contains("受理后补交", "20日");
        assertThat(page(draft).select(PLACE + " input[type=file]")).isEmpty();
        web.perform(get("/applications/" + draft.id() + "/check").with(SignedIn.as(citizen)))
                .andExpect(content().string(containsString("受理后补交，最晚是受理之日起20日")));

        web.perform(post("/applications/" + draft.id() + "/files/staff/remove")
                .with(csrf())
                .with(SignedIn.as(citizen)));
        assertThat(pieces(draft)).isEmpty();
    }

    @Test
    void who_has_broken_a_promise_is_told_and_uploads_until_the_credit_is_restored() throws Exception {
        brokenPromise();
        Draft draft = begun();

        assertThat(page(draft).select(PLACE).text()).contains(Deferrals.BARRED);
        assertThat(page(draft).select(PLACE + " details.commitment")).isEmpty();
        assertThat(page(draft).select(PLACE + " input[type=file]")).hasSize(1);
        defer(draft, "staff", text().hash(), true).andExpect(flash().attribute("refusedWhy", containsString("信用修复以前")));
        assertThat(pieces(draft)).isEmpty();
    }

    @Test
    void an_agent_is_told_that_nobody_promises_for_another() throws Exception {
        PartyId company = parties.record("001", "91319999MA1FT0043X", "海纳示范教育科技有限公司");
        mandates.grant(
                Mandate.of(
                        Mandate.Kind.AGENT,
                        citizen.party(),
                        company,
                        Optional.of(ITEM),
                        LocalDate.of(2026, 11, 23),
                        LocalDate.of(2026, 12, 23),
                        "委托书"),
                "test");
        Draft draft = drafts.begin(
                citizen.party(),
                Optional.of(company),
                catalog.current(ITEM),
                JsonNodeFactory.instance.objectNode(),
                List.of());

        assertThat(page(draft).select(PLACE).text()).contains("须由申请人本人登录后书面承诺");
        defer(draft, "staff", text().hash(), true).andExpect(flash().attribute("refusedWhy", containsString("不能代为承诺")));
    }

    private void brokenPromise() {
        ItemVersion reissue = catalog.current(REISSUE);
        CaseNumber number = filing.filed(
                person,
                REISSUE.value(),
                person.reissueApplication("20203110122077777"),
                List.of(
                        new SuppliedMaterial("photo", Source.UPLOAD, filing.upload(person, "photo")),
                        new SuppliedMaterial(
                                "loss-notice",
                                Source.COMMITMENT,
                                commitments
                                        .offered(reissue, "loss-notice")
                                        .orElseThrow()
                                        .hash())));
        commitments.markBroken(number);
    }

    private DeferralText text() {
        return deferrals.offered(catalog.current(ITEM), "staff").orElseThrow();
    }

    private Draft begun() {
        return drafts.begin(citizen.party(), catalog.current(ITEM), JsonNodeFactory.instance.objectNode(), List.of());
    }

    private List<SuppliedMaterial> pieces(Draft draft) {
        return drafts.get(draft.id(), draft.party()).materials();
    }

    private ResultActions defer(Draft draft, String key, String hash, boolean agreed) throws Exception {
        var sent = post("/applications/" + draft.id() + "/files/" + key + "/deferral")
                .with(csrf())
                .with(SignedIn.as(citizen))
                .param("hash", hash);
        return web.perform(agreed ? sent.param("agreed", "true") : sent);
    }

    private Document page(Draft draft) throws Exception {
        return Jsoup.parse(
                web.perform(get("/applications/" + draft.id() + "/pages/papers").with(SignedIn.as(citizen)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }
}
