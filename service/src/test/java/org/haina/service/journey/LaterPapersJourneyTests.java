package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.journey.LaterPaperCases.CLERK;
import static org.haina.service.journey.LaterPaperCases.DECIDER;
import static org.haina.service.journey.LaterPaperCases.PAPER;
import static org.haina.service.journey.LaterPaperCases.REVIEWER;
import static org.haina.service.journey.LaterPaperCases.TITLE;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.deferrals.DeferredPaper;
import org.haina.service.deferrals.DeferredPapers;
import org.haina.service.documents.DocumentType;
import org.haina.service.intake.Corrections;
import org.haina.service.keys.CaseNumber;
import org.haina.service.uploads.HostileFiles;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** 容缺受理: a secondary paper follows after the acceptance; the result waits for it, the examination does not. */
@ServiceTest
class LaterPapersJourneyTests {

    /** Twenty days from the 23rd of November end on a Sunday. */
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 14);

    private static final String ADDRESS = "/later#errors";

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    LaterPaperCases later;

    @Autowired
    Cases cases;

    @Autowired
    CaseMaterials materials;

    @Autowired
    CaseClocks clocks;

    @Autowired
    DeferredPapers papers;

    @Autowired
    Corrections corrections;

    @Autowired
    WorkItems items;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock time;

    private TestDesk desk;
    private TestPerson person;

    @BeforeEach
    void somebody_sets_up_a_school() {
        desk = new TestDesk(web, json, filing, cases);
        person = later.organiser();
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void the_organ_accepts_says_what_is_missing_examines_and_grants_once_it_is_there() throws Exception {
        CaseNumber number = later.accepted(person);

        assertThat(clocks.deadline(number, ClockName.DEFERRAL).orElseThrow().due())
                .isEqualTo(LAST_DAY);
        assertThat(later.letter(number, DocumentType.DEFERRAL_LETTER, person))
                .contains(TITLE, "请最迟在", "2026年12月14日", "聘用合同", "损失由本人承担", "沪府规〔2024〕16号", person.name());
        assertThat(later.letter(number, DocumentType.ACCEPTANCE_NOTICE, person))
                .contains("主要材料齐全，次要材料“" + TITLE + "”容缺受理", "请最迟在2026年12月14日（含当天）补交")
                .doesNotContain("材料齐全，符合法定形式");
        assertThat(later.page("/cases/" + number, person).select("main").text())
                .contains("轮到您了：请补交材料", "2026年12月14日", TITLE + "：还没有补交");
        assertThat(later.desk(number, CLERK)).contains("容缺受理，还没有补交");

        later.examined(number);
        later.supply(number, person).andExpect(redirectedUrl("/cases/" + number + "/later?done"));
        assertThat(later.page("/cases/" + number, person).select("main").text()).contains("将作出决定", TITLE + "：已补交，等待核对");
        assertThat(later.page("/cases/" + number + "/later", person)
                        .select("main")
                        .text())
                .contains("现在不需要您做什么", "已补交，等待核对")
                .doesNotContain("没有补齐以前");
        later.check(number, "SETTLED", "");
        desk.work(number, DECIDER, "{\"outcome\":\"granted\"}");
        desk.await(number, CaseStatus.GRANTED);

        assertThat(clocks.deadlines(number)).isEmpty();
        assertThat(cases.timeline(number))
                .extracting(TimelineEntry::label)
                .contains("书面承诺受理后补交“" + TITLE + "”", "补交“" + TITLE + "”", "补交的“" + TITLE + "”经核对符合要求");
    }

    @Test
    void nothing_is_granted_while_the_paper_is_missing_or_nobody_has_looked_at_it_but_a_refusal_is_possible()
            throws Exception {
        CaseNumber number = later.accepted(person);
        later.examined(number);

        assertThat(refusal(number)).contains("“" + TITLE + "”还没有补交");
        later.supply(number, person);
        assertThat(refusal(number)).contains("“" + TITLE + "”已经补交，还没有核对");
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.DECIDING);

        desk.work(number, DECIDER, "{\"outcome\":\"refused\",\"opinion\":\"办学场所没有通过消防验收\"}");
        desk.await(number, CaseStatus.REFUSED);
        assertThat(clocks.deadlines(number)).isEmpty();
    }

    @Test
    void when_the_day_has_passed_the_case_ends_with_its_letter_wherever_it_stands() throws Exception {
        CaseNumber number = later.accepted(person);
        time.set(LAST_DAY.atTime(23, 0));
        assertThat(later.page("/cases/" + number + "/later", person).select("input[type=file]"))
                .hasSize(1);

        time.set(LAST_DAY.plusDays(1).atTime(0, 10));
        desk.await(number, CaseStatus.DEFERRAL_EXPIRED);

        assertThat(items.ofCase(number)).noneMatch(item -> item.isOpen());
        assertThat(clocks.deadlines(number)).isEmpty();
        assertThat(later.letter(number, DocumentType.DEFERRAL_EXPIRY, person))
                .contains("2026年12月14日", TITLE, "损失，按您的承诺由您承担", "行政复议");
        assertThat(later.page("/cases/" + number, person).select("main").text()).contains("没有按期补齐材料，已经办结", "您可以重新申请");
        later.supply(number, person)
                .andExpect(redirectedUrl("/cases/" + number + ADDRESS))
                .andExpect(flash().attribute("why", containsString("不能再补交")));
        assertThat(materials.of(number))
                .filteredOn(piece -> piece.key().equals(PAPER))
                .extracting(SuppliedMaterial::source)
                .containsExactly(Source.DEFERRED);
    }

    @Test
    void what_came_in_time_ends_nothing_however_late_the_organ_looks_and_is_not_asked_for_again() throws Exception {
        CaseNumber number = later.accepted(person);
        CaseNumber other = later.accepted(later.organiser());
        later.supply(number, person);

        time.set(LAST_DAY.plusDays(1).atTime(0, 10));
        desk.await(other, CaseStatus.DEFERRAL_EXPIRED);
        TestDesk.await("the sweep of " + number, () -> jdbc.sql(
                        "select fired_at is not null from clock_due where case_number = :number and clock = 'DEFERRAL'")
                .param("number", number.value())
                .query(Boolean.class)
                .single());

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.REVIEWING);
        web.perform(post("/desk/cases/" + number + "/acts/deferred-paper")
                        .param("version", String.valueOf(cases.get(number).version()))
                        .param("material", PAPER)
                        .param("outcome", "REJECTED")
                        .param("opinion", "缺少财会人员的证书")
                        .with(org.haina.service.access.GenuineCsrf.csrf())
                        .with(SignedIn.as(REVIEWER)))
                .andExpect(status().isUnprocessableEntity());
        assertThat(paper(number).isWaiting()).isTrue();
        later.check(number, "SETTLED", "");
        later.examined(number);
        desk.work(number, DECIDER, "{\"outcome\":\"granted\"}");
        desk.await(number, CaseStatus.GRANTED);
    }

    @Test
    void what_is_not_in_order_is_asked_for_again_within_the_same_days() throws Exception {
        CaseNumber number = later.accepted(person);
        later.supply(number, person);
        later.check(number, "REJECTED", "缺少财会人员的证书");

        assertThat(clocks.deadline(number, ClockName.DEFERRAL).orElseThrow().due())
                .isEqualTo(LAST_DAY);
        assertThat(later.page("/cases/" + number, person).select("main").text()).contains("轮到您了：请补交材料", "缺少财会人员的证书");
        assertThat(later.desk(number, REVIEWER)).contains("不符合要求，等待申请人重新补交");
        later.supply(number, person).andExpect(redirectedUrl("/cases/" + number + "/later?done"));
        later.check(number, "SETTLED", "");

        assertThat(paper(number).settledAt()).isPresent();
        assertThat(materials.history(number).stream()
                        .filter(piece -> piece.material().key().equals(PAPER))
                        .filter(piece -> piece.material().source() == Source.UPLOAD))
                .as("what was not in order is kept")
                .hasSize(2);
    }

    @Test
    void two_windows_and_a_second_click_bring_it_once() throws Exception {
        CaseNumber number = later.accepted(person);
        later.supply(number, person, "letter.txt", "没有页面".getBytes(StandardCharsets.UTF_8))
                .andExpect(redirectedUrl("/cases/" + number + ADDRESS));

        later.supply(number, person, "first.pdf", HostileFiles.pdf());
        later.supply(number, person, "second.pdf", HostileFiles.pdf())
                .andExpect(redirectedUrl("/cases/" + number + "/later?done"));

        assertThat(materials.history(number).stream()
                        .filter(piece -> piece.material().key().equals(PAPER))
                        .filter(piece -> piece.material().source() == Source.UPLOAD))
                .hasSize(1);
        assertThat(cases.timeline(number))
                .filteredOn(entry -> entry.kind().equals("PAPER_SUPPLIED"))
                .hasSize(1);
    }

    @Test
    void who_is_deemed_accepted_has_the_same_days_from_then_on() throws Exception {
        CaseNumber number = later.filed(person);

        time.set(MovableClock.START.plus(java.time.Duration.ofDays(8)));
        desk.await(number, CaseStatus.REVIEWING);

        assertThat(clocks.deadline(number, ClockName.DEFERRAL).orElseThrow().due())
                .isEqualTo(LocalDate.of(2026, 12, 21));
        assertThat(later.letter(number, DocumentType.DEFERRAL_LETTER, person)).contains("2026年12月21日");
    }

    @Test
    void a_paper_asked_for_by_the_clerk_at_once_does_not_follow_later_any_more() throws Exception {
        CaseNumber number = later.filed(person);
        desk.work(
                number,
                CLERK,
                "{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"material:staff\",\"text\":\"请现在提交\"}]}");
        SuppliedMaterial piece =
                new SuppliedMaterial(PAPER, Source.UPLOAD, filing.uploadPdf(filing.citizen(person), "staff"));
        assertThat(corrections.answer(number, json.createObjectNode(), List.of(piece), filing.citizen(person)))
                .isEmpty();
        desk.work(number, CLERK, "{\"outcome\":\"accept\"}");
        desk.await(number, CaseStatus.REVIEWING);

        assertThat(papers.of(cases.get(number))).isEmpty();
        assertThat(clocks.deadline(number, ClockName.DEFERRAL)).isEmpty();
        assertThat(later.found(number, DocumentType.DEFERRAL_LETTER)).isEmpty();
        assertThat(later.letter(number, DocumentType.ACCEPTANCE_NOTICE, person)).contains("材料齐全，符合法定形式");
    }

    private DeferredPaper paper(CaseNumber number) {
        return papers.of(cases.get(number)).get(0);
    }

    /** What a decider who would grant is told. */
    private String refusal(CaseNumber number) throws Exception {
        String id = items.openFor(number, DECIDER).orElseThrow().id();
        String tag = web.perform(post("/api/v1/work-items/" + id + "/claim").with(SignedIn.as(DECIDER)))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        String told = web.perform(post("/api/v1/work-items/" + id + "/complete")
                        .with(SignedIn.as(DECIDER))
                        .header("If-Match", String.valueOf(tag))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"outcome\":\"granted\",\"opinion\":\"先行准予\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(later.desk(number, DECIDER)).contains("没有补齐");
        web.perform(post("/api/v1/work-items/" + id + "/release")
                .with(SignedIn.as(DECIDER))
                .header("If-Match", String.valueOf(tag)));
        return told;
    }
}
