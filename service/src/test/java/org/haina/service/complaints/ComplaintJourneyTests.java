package org.haina.service.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.haina.service.complaints.Complainants.SUPERVISOR;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.keys.CaseNumber;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** From 投诉 on the page of a case to the answer of those who supervise; whom it is about sees nothing of it. */
@ServiceTest
class ComplaintJourneyTests {

    private static final Caller.Official CITY_CLERK = SignedIn.official("clerk.city", "310000", Role.CLERK);

    @Autowired
    Complainants complainants;

    @Autowired
    Complaints complaints;

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    CaseClocks clocks;

    @Autowired
    MovableClock time;

    @Autowired
    SandboxServer sandbox;

    @Autowired
    JdbcClient jdbc;

    private TestDesk desk;
    private TestPerson person;
    private CaseNumber slow;

    @BeforeEach
    void somebody_whose_application_a_clerk_has_in_hand() throws Exception {
        desk = new TestDesk(web, json, filing, cases);
        person = TestPerson.admitted(sandbox);
        slow = filing.filed(person);
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void a_complaint_about_a_case_begins_on_its_page_is_answered_by_the_city_and_can_be_rated() throws Exception {
        String page = complainants.askedFrom("/cases/" + slow, person);
        assertThat(complainants
                        .page(page, person)
                        .select("input[name=caseNumber]")
                        .val())
                .isEqualTo(slow.value());

        CaseNumber number = complainants.sent(
                page,
                person,
                Map.of(
                        "kind", "notice",
                        "caseNumber", slow.value(),
                        "story", "第三次要我补材料<b>了</b>。",
                        "subjectLevel", "district",
                        "subjectDistrict", "310101"));

        assertThat(cases.get(number).district().code()).isEqualTo("310000");
        assertThat(clocks.deadline(number, ClockName.DECISION).orElseThrow().target())
                .as("ten working days")
                .isEqualTo("2026-12-07");
        assertThat(complainants.page("/cases/" + number, person).select("main").text())
                .contains("已收到您的投诉", "被投诉的机关看不到")
                .doesNotContain("咨询");
        assertThat(complainants
                        .page("/desk/cases/" + number, SUPERVISOR)
                        .select("#facts")
                        .text())
                .contains("第三次要我补材料<b>了</b>。", slow.value(), "反复要材料");
        desk.work(number, SUPERVISOR, "{\"outcome\":\"answered\",\"opinion\":\"经查属实，已责成改正。\"}");

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.ANSWERED);
        Document own = complainants.page("/cases/" + number, person);
        assertThat(own.select("h1").text()).isEqualTo("已经答复");
        assertThat(own.select(".said").text()).contains("经查属实，已责成改正。");
        assertThat(cases.timeline(number)).extracting(TimelineEntry::label).startsWith("收到投诉", "答复");
        web.perform(post("/cases/" + number + "/rating")
                        .with(SignedIn.as(filing.citizen(person)))
                        .with(csrf())
                        .param("level", "2"))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void whom_it_is_about_and_the_city_s_clerks_neither_see_nor_find_nor_take_it() throws Exception {
        CaseNumber number = complainants.complained(person, slow.value());
        String task = jdbc.sql("select id from work_item where case_number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();

        for (Caller.Official official : List.of(TestDesk.CLERK, TestDesk.REVIEWER, TestDesk.DECIDER, CITY_CLERK)) {
            complainants.asked("/desk/cases/" + number, official).andExpect(status().isNotFound());
            complainants.asked("/api/v1/cases/" + number, official).andExpect(status().isNotFound());
            complainants.claimed(task, official).andExpect(status().isNotFound());
            complainants
                    .asked("/api/v1/work-items?number=" + number, official)
                    .andExpect(jsonPath("$.count").value(0));
        }
        String seen = complainants.page("/desk/cases/" + slow, TestDesk.CLERK).text();
        assertThat(seen).contains(slow.value()).doesNotContain(number.value(), "投诉");
    }

    @Test
    void a_supervisor_who_had_the_case_in_hand_is_no_judge_of_it_and_another_is() throws Exception {
        Caller.Official both = SignedIn.official("both.huangpu", "310101", Role.CLERK);
        desk.work(slow, both, "{\"outcome\":\"accept\"}");
        Caller.Official promoted = SignedIn.official("both.huangpu", "310000", Role.SUPERVISOR);

        CaseNumber number = complainants.complained(person, slow.value().toLowerCase());

        complainants.asked("/desk/cases/" + number, promoted).andExpect(status().isNotFound());
        assertThat(complainants.page("/desk", promoted).text()).doesNotContain(number.value());
        complainants
                .asked("/api/v1/work-items?number=" + number, promoted)
                .andExpect(jsonPath("$.count").value(0));
        complainants
                .asked("/api/v1/work-items?number=" + number, SUPERVISOR)
                .andExpect(jsonPath("$.count").value(1));
        desk.work(number, SUPERVISOR, "{\"outcome\":\"passedOn\",\"opinion\":\"请向海纳示范市人民政府提出。\"}");
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.PASSED_ON);
    }

    @Test
    void who_only_took_the_task_and_left_it_lying_or_gave_it_back_is_barred_too() throws Exception {
        String task = jdbc.sql("select id from work_item where case_number = :number")
                .param("number", slow.value())
                .query(String.class)
                .single();
        Caller.Official reader = SignedIn.official("reader.huangpu", "310101", Role.CLERK);
        complainants.claimed(task, reader).andExpect(status().isOk());
        complainants.released(task, reader).andExpect(status().isOk());
        complainants.claimed(task, TestDesk.CLERK).andExpect(status().isOk());

        CaseNumber number = complainants.complained(person, slow.value());

        assertThat(cases.get(number).barred()).containsExactlyInAnyOrder(TestDesk.CLERK.account(), reader.account());
    }

    @Test
    void of_a_case_of_somebody_else_nobody_learns_whether_there_is_one() throws Exception {
        CaseNumber others = filing.filed(TestPerson.unknown());

        for (String about : List.of(others.value(), "HN26000000000001")) {
            complainants
                    .complain(person, about)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.reason").value("not-own-case"))
                    .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.startsWith("没有找到您填的办件")));
        }
        assertThat(complainants.askedFrom("/", person)).contains("/pages/complaint");
    }

    @Test
    void complaints_are_counted_of_the_organ_complained_of_and_an_answer_can_be_late() throws Exception {
        String huangpu = "11319999MB0101012M";
        var before = complaints.countedSince(time.instant()).getOrDefault(huangpu, 0);
        CaseNumber number = complainants.complained(person, "");

        assertThat(complaints.countedSince(time.instant())).containsEntry(huangpu, before + 1);
        assertThat(complainants
                        .page("/oversight/cases", SUPERVISOR)
                        .select("section:has(#complaints-title) tr:contains(黄浦区教育局)")
                        .text())
                .isNotEmpty();
        assertThat(complainants.page("/oversight/cases", SUPERVISOR).text()).doesNotContain(number.value());
        time.set(LocalDateTime.of(2026, 12, 15, 1, 0));
        TestDesk.await("the note that it is late", () -> cases.timeline(number).stream()
                .anyMatch(entry -> entry.kind().equals("OVERDUE")));
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);
    }
}
