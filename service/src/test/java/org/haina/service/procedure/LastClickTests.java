package org.haina.service.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.ShownAct;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.decisions.Opinions;
import org.haina.service.journey.LaterPaperCases;
import org.haina.service.journey.LicenceChanges;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** An official's own last click, while nobody has taken up what follows. */
@ServiceTest
class LastClickTests {

    private static final String LABEL = "收回刚才的办理";
    private static final String WHY = "记错了，需要重新记录";
    private static final String VISITED = "{\"outcome\":\"fit\",\"opinion\":\"两人到场查看教室\"}";
    private static final Official OFFICER = SignedIn.reviewer("310104");
    private static final Official SECOND = SignedIn.official("second.310104", "310104", Role.REVIEWER);

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    Opinions opinions;

    @Autowired
    WorkItems items;

    @Autowired
    LaterPaperCases schools;

    @Autowired
    LicenceChanges changes;

    @Autowired
    MovableClock time;

    private TestDesk desk;

    @BeforeEach
    void setUp() {
        desk = new TestDesk(web, json, filing, cases);
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void the_report_of_a_visit_is_taken_back_once_and_written_anew() throws Exception {
        CaseNumber number = schools.accepted(schools.organiser());
        desk.work(number, OFFICER, VISITED);
        assertThat(offers(number, OFFICER)).contains(LABEL);
        assertThat(offers(number, SECOND)).doesNotContain(LABEL);
        takeBack(number, SECOND).andExpect(status().isConflict());

        String shown = shown(number, OFFICER);
        for (int click = 0; click < 2; click++) {
            takeBack(number, OFFICER, shown, WHY).andExpect(redirectedUrl("/desk/cases/" + number));
        }

        assertThat(open(number)).containsExactly("Task_VisitSite");
        assertThat(opinions.visit(number)).isEmpty();
        assertThat(cases.timeline(number)).extracting(TimelineEntry::label).containsOnlyOnce("收回“实地核查”，重新办理");
        assertThat(offers(number, OFFICER)).doesNotContain(LABEL);
        desk.work(number, OFFICER, "{\"outcome\":\"unfit\",\"opinion\":\"消防通道被堵\"}");
        desk.work(number, SECOND, "{\"outcome\":\"confirmed\"}");
        assertThat(open(number)).containsExactly("Task_ReviewApplication");
        assertThat(opinions.visit(number).orElseThrow().outcome()).isEqualTo("unfit");
    }

    @Test
    void what_was_written_anew_is_taken_back_again_for_the_same_reason() throws Exception {
        CaseNumber number = schools.accepted(schools.organiser());

        for (int time = 0; time < 2; time++) {
            desk.work(number, OFFICER, VISITED);
            takeBack(number, OFFICER).andExpect(redirectedUrl("/desk/cases/" + number));
            assertThat(open(number)).containsExactly("Task_VisitSite");
        }

        assertThat(cases.timeline(number))
                .extracting(TimelineEntry::label)
                .filteredOn("收回“实地核查”，重新办理"::equals)
                .hasSize(2);
    }

    @Test
    void a_page_left_open_undoes_nothing_newer_than_what_it_shows() throws Exception {
        CaseNumber number = schools.accepted(schools.organiser());
        desk.work(number, OFFICER, VISITED);
        String shown = shown(number, OFFICER);
        takeBack(number, OFFICER).andExpect(redirectedUrl("/desk/cases/" + number));
        desk.work(number, OFFICER, VISITED);

        String page = takeBack(number, OFFICER, shown, "从没有更新的页面送来")
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(Jsoup.parse(page).select(".note-red").text()).contains("这个页面打开以后又有新的办理", "“实地核查”");
        assertThat(open(number)).containsExactly("Task_ConfirmVisit");
        takeBack(number, OFFICER, shown(number, OFFICER), "看过新的记录").andExpect(status().is3xxRedirection());
        assertThat(open(number)).containsExactly("Task_VisitSite");
    }

    @Test
    void the_applicant_reads_that_a_step_he_was_told_of_was_taken_back() throws Exception {
        TestPerson person = schools.organiser();
        CaseNumber number = schools.accepted(person);
        desk.work(number, OFFICER, VISITED);
        desk.work(number, SECOND, "{\"outcome\":\"confirmed\"}");

        takeBack(number, SECOND).andExpect(status().is3xxRedirection());

        String timeline = Jsoup.parse(web.perform(get("/cases/" + number).with(SignedIn.as(filing.citizen(person))))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .select(".timeline")
                .text();
        assertThat(timeline).containsOnlyOnce("两名工作人员完成实地核查（已收回）");
        desk.work(number, SECOND, "{\"outcome\":\"confirmed\"}");
        assertThat(cases.timeline(number)).extracting(TimelineEntry::label).containsOnlyOnce("两名工作人员完成实地核查");
    }

    @Test
    void what_a_colleague_has_taken_up_stays() throws Exception {
        CaseNumber number = schools.accepted(schools.organiser());
        desk.work(number, OFFICER, VISITED);
        items.claim(items.openFor(number, SECOND).orElseThrow().id(), SECOND);

        assertThat(offers(number, OFFICER)).doesNotContain(LABEL);
        takeBack(number, OFFICER).andExpect(status().isConflict());
        assertThat(open(number)).containsExactly("Task_ConfirmVisit");
        assertThat(opinions.visit(number)).isPresent();
    }

    @Test
    void a_finding_that_waits_for_a_decider_is_taken_back_and_an_order_that_went_out_is_not() throws Exception {
        TestPerson person = changes.organiser();
        CaseNumber change = changes.grantedOnPromise(person, changes.licence(changes.licensed(person)));
        desk.work(change, TestDesk.REVIEWER, "{\"outcome\":\"rectify\",\"opinion\":\"没有任职条件的证明\"}");
        assertThat(offers(change, TestDesk.REVIEWER)).doesNotContain(LABEL);
        time.set(LocalDateTime.of(2026, 12, 15, 9, 0));
        desk.work(change, TestDesk.REVIEWER, "{\"outcome\":\"unmet\",\"opinion\":\"没有提交\"}");

        takeBack(change, TestDesk.REVIEWER).andExpect(status().is3xxRedirection());
        assertThat(open(change)).containsExactly("Task_CheckRectification");
        desk.work(change, TestDesk.REVIEWER, "{\"outcome\":\"rectified\",\"opinion\":\"证明早已寄到窗口\"}");

        assertThat(open(change)).isEmpty();
        assertThat(cases.get(change).status()).isEqualTo(CaseStatus.GRANTED);
    }

    private String shown(CaseNumber number, Official by) throws Exception {
        return ShownAct.about(web, number, "take-back-task", by);
    }

    private ResultActions takeBack(CaseNumber number, Official by) throws Exception {
        return takeBack(number, by, shown(number, by), WHY);
    }

    private ResultActions takeBack(CaseNumber number, Official by, String shown, String why) throws Exception {
        return web.perform(post("/desk/cases/" + number + "/acts/take-back-task")
                .param("version", String.valueOf(cases.get(number).version()))
                .param("about", shown)
                .param("reason", why)
                .with(SignedIn.as(by))
                .with(csrf()));
    }

    private List<String> open(CaseNumber number) {
        return items.ofCase(number).stream()
                .filter(WorkItem::isOpen)
                .map(WorkItem::taskKey)
                .toList();
    }

    private List<String> offers(CaseNumber number, Official official) throws Exception {
        return Jsoup.parse(web.perform(get("/desk/cases/" + number).with(SignedIn.as(official)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .select("a.row-link")
                .eachText();
    }
}
