package org.haina.service.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.CaseApi;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.access.Visibilities;
import org.haina.service.cases.CaseLists;
import org.haina.service.catalog.Catalog;
import org.haina.service.keys.ItemKey;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.servlet.DispatcherServlet;

/** Teachers are recognised in rounds (教师资格条例 14): between them nothing is taken, on no way in. */
@ServiceTest
class WindowRuleTests {

    private static final ItemKey ITEM = new ItemKey("teacher-qualification");
    private static final String GUIDE = "/items/" + ITEM;
    private static final String APPLY = "a[href=" + GUIDE + "/apply]";
    private static final String REMIND = "a[href=" + GUIDE + "/reminder]";
    private static final LocalDateTime BETWEEN_ROUNDS = LocalDateTime.of(2026, 12, 20, 9, 0);
    private static final String CLOSED = "现在不在受理期限内。下一次受理：2027年4月12日至2027年4月23日。";

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    Drafts drafts;

    @Autowired
    Catalog catalog;

    @Autowired
    CaseLists cases;

    @Autowired
    Visibilities visibilities;

    @Autowired
    MovableClock time;

    @Autowired
    ObjectMapper json;

    private TestPerson person;
    private Caller.Citizen citizen;

    @BeforeEach
    void somebody() {
        person = TestPerson.unknown();
        citizen = filing.citizen(person);
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void within_a_round_the_guide_leads_to_the_form_and_offers_no_reminder() throws Exception {
        Document guide = guide();

        assertThat(guide.select(APPLY).text()).isEqualTo("开始申请");
        assertThat(guide.select(REMIND)).isEmpty();
        assertThat(guide.select(".lead").text()).isEqualTo("2026年秋季正在受理，截止2026年12月11日");
        web.perform(get(GUIDE + "/apply").with(SignedIn.as(citizen))).andExpect(status().isOk());
        assertThat(api().status()).isEqualTo(201);
    }

    @Test
    void between_rounds_the_guide_offers_a_reminder_and_no_way_to_the_form() throws Exception {
        time.set(BETWEEN_ROUNDS);
        Document guide = guide();

        assertThat(guide.select(APPLY)).isEmpty();
        assertThat(guide.select(REMIND).text()).isEqualTo("提醒我");
        assertThat(guide.text()).contains("现在不受理，2027年4月12日起受理2027年春季", "2027年4月12日至2027年4月23日");
        web.perform(get(GUIDE + "/apply").with(SignedIn.as(citizen))).andExpect(redirectedUrl(GUIDE));
        web.perform(post(GUIDE + "/apply").with(csrf()).with(SignedIn.as(citizen)))
                .andExpect(redirectedUrl(GUIDE));
        assertThat(drafts.latest(citizen.party(), ITEM)).isEmpty();
    }

    @Test
    void a_draft_of_the_round_that_is_over_is_refused_on_the_page_and_kept() throws Exception {
        Draft draft =
                drafts.begin(citizen.party(), catalog.current(ITEM), person.application(), filing.materials(person));
        String path = "/applications/" + draft.id();
        time.set(BETWEEN_ROUNDS);

        MvcResult sent = web.perform(post(path + "/submit").with(csrf()).with(SignedIn.as(citizen)))
                .andExpect(redirectedUrl(path + "/check"))
                .andReturn();
        Document check = document(web.perform(get(path + "/check")
                        .with(SignedIn.as(citizen))
                        .requestAttr(DispatcherServlet.INPUT_FLASH_MAP_ATTRIBUTE, sent.getFlashMap()))
                .andReturn());

        assertThat(check.title()).startsWith("错误：");
        assertThat(check.select("#errors[role=alert]").text()).contains("现在不能提交", CLOSED);
        assertThat(filed()).isZero();
        assertThat(drafts.get(draft.id(), citizen.party()).number()).isEmpty();
    }

    @Test
    void between_rounds_the_api_refuses_with_the_days_of_the_next() throws Exception {
        time.set(BETWEEN_ROUNDS);

        CaseApi.Answer answer = api();

        JsonNode problem = json.readTree(answer.text());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(problem.path("type").asText()).endsWith("application-refused");
        assertThat(problem.path("reason").asText()).isEqualTo("window-closed");
        assertThat(problem.path("detail").asText()).isEqualTo(CLOSED);
        assertThat(filed()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-02", "2026-12-11", "2027-04-12", "2027-04-23"})
    void first_and_last_day_belong_to_the_round(LocalDate day) {
        assertThat(refusal(day)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, 现在不在受理期限内。下一次受理：2026年11月2日至2026年12月11日。",
        "2026-12-12, " + CLOSED,
        "2027-04-11, " + CLOSED,
        "2027-04-24, 现在不在受理期限内，下一次受理时间尚未公布。"
    })
    void the_day_before_and_the_day_after_do_not(LocalDate day, String words) {
        assertThat(refusal(day)).contains(new Refusal(Refusal.Reason.WINDOW_CLOSED, words));
    }

    private Optional<Refusal> refusal(LocalDate day) {
        Submission submission = filing.submission(person, UUID.randomUUID().toString(), List.of());
        return new WindowRule().check(new Candidate(submission, catalog.current(ITEM), day));
    }

    private CaseApi.Answer api() throws Exception {
        return new CaseApi(web)
                .submit(citizen, UUID.randomUUID().toString(), CaseApi.body(person, filing.materials(person)));
    }

    private int filed() {
        return cases.of(visibilities.of(citizen), citizen.party(), Optional.empty(), 10)
                .size();
    }

    private Document guide() throws Exception {
        return document(web.perform(get(GUIDE)).andExpect(status().isOk()).andReturn());
    }

    private static Document document(MvcResult answer) throws Exception {
        return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
