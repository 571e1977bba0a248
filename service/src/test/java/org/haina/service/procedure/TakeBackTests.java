package org.haina.service.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.TestDesk.CLERK;
import static org.haina.service.TestDesk.DECIDER;
import static org.haina.service.TestDesk.REVIEWER;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.ShownAct;
import org.haina.service.TestDesk;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.clock.CaseClocks;
import org.haina.service.decisions.Opinions;
import org.haina.service.desk.FiledCases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** 收回: the reviewer's own last click, while nobody has taken up what follows. */
@ServiceTest
class TakeBackTests {

    private static final String WHY = "漏看了普通话等级，需要重新审核";
    private static final String LABEL = "收回审核意见";

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    FiledCases filed;

    @Autowired
    Cases cases;

    @Autowired
    CaseClocks clocks;

    @Autowired
    Opinions opinions;

    @Autowired
    WorkItems items;

    @Autowired
    JdbcClient jdbc;

    private TestDesk desk;

    @BeforeEach
    void setUp() {
        desk = new TestDesk(web, json, filing, cases);
    }

    @Test
    void an_opinion_nobody_has_taken_up_is_taken_back_and_given_anew() throws Exception {
        CaseNumber number = filed.deciding(CLERK, REVIEWER);
        var deadlines = clocks.deadlines(number);
        var acceptedAt = cases.get(number).acceptedAt();
        jdbc.sql("update case_file set accepted_at = accepted_at - interval '3 days' where number = ?")
                .param(number.value())
                .update();
        assertThat(offers(number, REVIEWER)).contains(LABEL);

        int version = cases.get(number).version();
        String shown = shown(number, REVIEWER);
        takeBack(number, REVIEWER, version, shown, WHY).andExpect(redirectedUrl("/desk/cases/" + number));
        takeBack(number, REVIEWER, version, shown, WHY).andExpect(redirectedUrl("/desk/cases/" + number));

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.REVIEWING);
        assertThat(open(number)).extracting(WorkItem::taskKey).containsExactly("Task_ReviewApplication");
        assertThat(opinions.review(number)).isEmpty();
        assertThat(cases.get(number).acceptedAt())
                .as("accepted three days ago")
                .isEqualTo(acceptedAt.map(at -> at.minus(Duration.ofDays(3))));
        assertThat(clocks.deadlines(number)).as("no day is won").isEqualTo(deadlines);
        assertThat(cases.timeline(number))
                .extracting(TimelineEntry::kind)
                .containsExactly("RECEIVE", "ACCEPT", "BEGIN_REVIEW", "PROPOSE", "TAKE_BACK", "BEGIN_REVIEW");
        assertThat(page(number, REVIEWER)).contains("审核意见：建议予以认定", LABEL, WHY);
        assertThat(offers(number, REVIEWER)).doesNotContain(LABEL);

        desk.work(number, REVIEWER, "{\"outcome\":\"reject\",\"opinion\":\"普通话等级不够\"}");
        String stale = takeBack(number, REVIEWER, cases.get(number).version(), shown, "从没有更新的页面送来")
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(Jsoup.parse(stale).select(".note-red").text()).contains("这个页面打开以后又有新的办理");
        desk.work(number, DECIDER, "{\"outcome\":\"refused\",\"opinion\":\"普通话等级不符合规定\"}");
        desk.await(number, CaseStatus.REFUSED);
    }

    @Test
    void what_a_decider_has_claimed_or_another_has_examined_is_not_taken_back() throws Exception {
        CaseNumber claimed = filed.deciding(CLERK, REVIEWER);
        CaseNumber free = filed.deciding(CLERK, REVIEWER);
        items.claim(open(claimed).get(0).id(), DECIDER);

        assertThat(offers(claimed, REVIEWER)).doesNotContain(LABEL);
        takeBack(claimed, REVIEWER, cases.get(claimed).version()).andExpect(status().isConflict());
        Caller.Official colleague = SignedIn.official("reviewer.colleague", "310101", Role.REVIEWER);
        takeBack(free, colleague, cases.get(free).version()).andExpect(status().isConflict());
        takeBack(free, SignedIn.reviewer("310104"), cases.get(free).version()).andExpect(status().isNotFound());

        for (CaseNumber number : List.of(claimed, free)) {
            assertThat(cases.get(number).status()).isEqualTo(CaseStatus.DECIDING);
            assertThat(open(number)).extracting(WorkItem::taskKey).containsExactly("Task_DecideApplication");
        }
    }

    private String shown(CaseNumber number, Caller.Official by) throws Exception {
        return ShownAct.about(web, number, "take-back", by);
    }

    private List<WorkItem> open(CaseNumber number) {
        return items.ofCase(number).stream().filter(WorkItem::isOpen).toList();
    }

    private ResultActions takeBack(CaseNumber number, Caller.Official by, int version) throws Exception {
        return takeBack(number, by, version, shown(number, by), WHY);
    }

    private ResultActions takeBack(CaseNumber number, Caller.Official by, int version, String shown, String why)
            throws Exception {
        return web.perform(post("/desk/cases/" + number + "/acts/take-back")
                .param("version", String.valueOf(version))
                .param("about", shown)
                .param("reason", why)
                .with(SignedIn.as(by))
                .with(csrf()));
    }

    private List<String> offers(CaseNumber number, Caller.Official official) throws Exception {
        return Jsoup.parse(html(number, official)).select("a.row-link").eachText();
    }

    private String page(CaseNumber number, Caller.Official official) throws Exception {
        return Jsoup.parse(html(number, official)).text();
    }

    private String html(CaseNumber number, Caller.Official official) throws Exception {
        return web.perform(get("/desk/cases/" + number).with(SignedIn.as(official)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
