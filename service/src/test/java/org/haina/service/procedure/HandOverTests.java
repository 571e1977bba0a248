package org.haina.service.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.applications.Continuations;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseLists;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.desk.FiledCases;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** 转报: offered to another office, taken by it or given back. */
@ServiceTest
class HandOverTests {

    private static final Caller.Official CLERK = SignedIn.clerk("310101");
    private static final Caller.Official OTHER = SignedIn.clerk("310104");
    private static final Caller.Official THIRD = SignedIn.clerk("310115");
    private static final String WHY = "申请人的户籍在徐汇区，由徐汇区教育局认定";
    private static final String NEXT = "由教师科办理，电话021-00000104";

    @Autowired
    MockMvc web;

    @Autowired
    FiledCases filed;

    @Autowired
    Cases cases;

    @Autowired
    CaseClocks clocks;

    @Autowired
    CaseMaterials materials;

    @Autowired
    CaseLists lists;

    @Autowired
    Continuations continuations;

    @Autowired
    MovableClock time;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Autowired
    Documents documents;

    @Autowired
    WorkItems items;

    @Autowired
    JdbcClient jdbc;

    @Test
    void an_offer_is_taken_by_the_other_office_and_the_applicant_reads_where_it_goes_on() throws Exception {
        CaseNumber number = offered();

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.TRANSFERRING);
        assertThat(page("/desk/hand-overs", OTHER)
                        .select("tr:contains(" + number + ")")
                        .text())
                .contains("海纳示范黄浦区教育局");
        assertThat(page("/desk/hand-overs", THIRD).text()).doesNotContain(number.value());
        assertThat(acts(number, OTHER)).contains("确认接收转报", "退回转报").doesNotContain("转报有权机关");
        assertThat(acts(number, CLERK)).doesNotContain("确认接收转报", "退回转报");
        assertThat(ownPage(number)).contains("正在转给有权办理的机关", WHY);
        web.perform(get("/desk/cases/" + number).with(SignedIn.as(THIRD))).andExpect(status().isNotFound());

        String root = cases.get(number).processInstance().orElseThrow();
        act(number, "hand-over-receipt", CLERK, Map.of("note", NEXT)).andExpect(status().isConflict());
        for (int click = 0; click < 2; click++) {
            act(number, "hand-over-receipt", OTHER, Map.of("note", NEXT)).andExpect(status().isFound());
        }

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.TRANSFERRED);
        assertThat(items.ofCase(number)).noneMatch(WorkItem::isOpen);
        assertThat(clocks.deadlines(number)).isEmpty();
        assertThat(running(root)).isZero();
        assertThat(page("/desk/hand-overs", OTHER).text()).doesNotContain(number.value());
        assertThat(ownPage(number)).contains("已转给有权办理的机关", NEXT, "转报告知书");
        List<CaseDocument> notices = notices(number);
        assertThat(notices).hasSize(1);
        assertThat(notices.get(0).number()).startsWith("海示黄教转〔2026〕");
        CaseNumber next = continuations.of(number).orElseThrow();
        assertThat(text(notices.get(0))).contains("海纳示范徐汇区教育局", WHY, NEXT, "不用重新提交", next.value());
    }

    @Test
    void what_was_taken_over_goes_on_as_a_case_of_the_other_office_without_being_handed_in_again() throws Exception {
        CaseNumber number = offered();
        CaseFile first = cases.get(number);

        for (int click = 0; click < 2; click++) {
            act(number, "hand-over-receipt", OTHER, Map.of("note", NEXT)).andExpect(status().isFound());
        }

        CaseFile next = cases.get(continuations.of(number).orElseThrow());
        assertThat(next.status()).isEqualTo(CaseStatus.RECEIVED);
        assertThat(next.org()).isEqualTo(OTHER.org());
        assertThat(next.data())
                .as("all that was handed in, asked for where it goes on")
                .isEqualTo(first.data().deepCopy().put("district", "310104"));
        assertThat(cases.secrets(next.number())).isEqualTo(cases.secrets(number));
        assertThat(materials.of(next.number())).isNotEmpty().containsExactlyInAnyOrderElementsOf(materials.of(number));
        assertThat(links(next.number())).isNotEmpty().isSubsetOf(links(number));
        assertThat(clocks.deadline(next.number(), ClockName.NOTICE)).isPresent();
        assertThat(acts(next.number(), OTHER)).contains("转报有权机关");
        web.perform(get("/desk/cases/" + next.number()).with(SignedIn.as(CLERK)))
                .andExpect(status().isNotFound());
        assertThat(page("/cases/" + number, SignedIn.citizen(first.applicant()))
                        .select("a.go")
                        .eachAttr("href"))
                .contains("/cases/" + next.number());
        assertThat(ownPage(next.number())).contains("由海纳示范黄浦区教育局转来", number.value());
        assertThat(casesOf(first)).isEqualTo(2);
    }

    @Test
    void an_offer_that_is_given_back_leaves_the_case_with_the_first_office_alone() throws Exception {
        CaseNumber number = offered();

        WorkItem task = filed.claimed(number, CLERK);
        Document barred = page("/desk/cases/" + number, CLERK);
        assertThat(barred.text()).contains("已转报有权机关，等待对方接收或者退回");
        act(number, "hand-over-return", OTHER, Map.of("reason", "户籍不在本区")).andExpect(status().isFound());

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);
        assertThat(cases.get(number).acting()).isEqualTo(CLERK.org());
        web.perform(get("/desk/cases/" + number).with(SignedIn.as(OTHER))).andExpect(status().isNotFound());
        assertThat(page("/desk/hand-overs", OTHER).text()).doesNotContain(number.value());
        assertThat(task.isOpen()).isTrue();
        assertThat(page("/desk/cases/" + number, CLERK).text())
                .contains("户籍不在本区")
                .doesNotContain("等待对方接收或者退回");
        assertThat(acts(number, CLERK)).contains("转报有权机关");
        assertThat(notices(number)).isEmpty();
    }

    @Test
    void what_was_handed_in_within_a_round_goes_on_in_that_round_after_it_has_closed() throws Exception {
        time.set(LocalDateTime.of(2026, 12, 11, 10, 0));
        CaseNumber number = offered();
        LocalDate due =
                clocks.deadline(number, ClockName.DECISION).orElseThrow().due();
        time.set(LocalDateTime.of(2026, 12, 14, 10, 0));

        act(number, "hand-over-receipt", OTHER, Map.of("note", NEXT)).andExpect(status().isFound());

        CaseNumber next = continuations.of(number).orElseThrow();
        assertThat(clocks.deadline(next, ClockName.DECISION).orElseThrow().due())
                .isEqualTo(due);
    }

    @Test
    void offers_come_page_by_page_oldest_first() throws Exception {
        List<CaseNumber> both = Stream.of(offered(), offered())
                .sorted(Comparator.comparing(CaseNumber::value))
                .toList();
        CaseNumber first = both.get(0);
        CaseNumber second = both.get(1);

        List<CaseNumber> later = lists.offeredTo(OTHER.org(), Optional.of(first), 101).stream()
                .map(CaseFile::number)
                .toList();

        assertThat(later).contains(second).doesNotContain(first);
        assertThat(page("/desk/hand-overs?after=" + first, OTHER).text())
                .contains(second.value(), "回到第一页")
                .doesNotContain(first.value());
        assertThat(page("/desk/hand-overs?after=nonsense", OTHER).text()).contains(first.value());
    }

    @Test
    void silence_of_both_offices_accepts_for_the_first_one() throws Exception {
        CaseNumber number = offered();
        assertThat(cases.get(number).acting()).isEqualTo(OTHER.org());

        cases.move(number, CaseMove.DEEM_ACCEPTED, Actor.SYSTEM, "");

        assertThat(cases.get(number).acting()).isEqualTo(CLERK.org());
        assertThat(cases.get(number).participants()).isEmpty();
    }

    @Test
    void only_a_clerk_of_the_office_hands_over_and_to_another_one_and_with_a_reason() throws Exception {
        CaseNumber number = filed.received();

        act(number, "hand-over", SignedIn.reviewer("310101"), to(OTHER)).andExpect(status().isConflict());
        act(number, "hand-over", OTHER, to(CLERK)).andExpect(status().isNotFound());
        act(number, "hand-over", CLERK, to(CLERK)).andExpect(status().isUnprocessableEntity());
        act(number, "hand-over", CLERK, Map.of("organ", OTHER.org())).andExpect(status().isUnprocessableEntity());

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);
    }

    private List<String> links(CaseNumber number) {
        return jdbc.sql("select file_id::text from file_link where case_number = :number")
                .param("number", number.value())
                .query(String.class)
                .list();
    }

    private int casesOf(CaseFile first) {
        return jdbc.sql("select count(*) from case_file where applicant_id = :applicant")
                .param("applicant", first.applicant().value())
                .query(Integer.class)
                .single();
    }

    private CaseNumber offered() throws Exception {
        CaseNumber number = filed.received();
        act(number, "hand-over", CLERK, to(OTHER)).andExpect(status().isFound());
        return number;
    }

    private static Map<String, String> to(Caller.Official official) {
        return Map.of("organ", official.org(), "reason", WHY);
    }

    private ResultActions act(CaseNumber number, String act, Caller.Official by, Map<String, String> values)
            throws Exception {
        var request = post("/desk/cases/" + number + "/acts/" + act)
                .param("version", String.valueOf(cases.get(number).version()))
                .with(SignedIn.as(by))
                .with(csrf());
        values.forEach(request::param);
        return web.perform(request);
    }

    private List<String> acts(CaseNumber number, Caller.Official official) throws Exception {
        return page("/desk/cases/" + number, official).select("a.row-link").eachText();
    }

    private String ownPage(CaseNumber number) throws Exception {
        return page("/cases/" + number, SignedIn.citizen(cases.get(number).applicant()))
                .text();
    }

    private Document page(String address, Caller caller) throws Exception {
        return Jsoup.parse(web.perform(get(address).with(SignedIn.as(caller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private List<CaseDocument> notices(CaseNumber number) {
        return documents.of(number).stream()
                .filter(document -> document.type() == DocumentType.TRANSFER_NOTICE)
                .toList();
    }

    private String text(CaseDocument document) throws Exception {
        byte[] pdf = web.perform(get("/cases/" + document.caseNumber() + "/documents/" + document.id())
                        .with(SignedIn.as(CLERK)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var open = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(open).replaceAll("\\s", "");
        }
    }

    private int running(String root) {
        return jdbc.sql("select count(*) from act_ru_execution where root_proc_inst_id_ = :root")
                .param("root", root)
                .query(Integer.class)
                .single();
    }
}
