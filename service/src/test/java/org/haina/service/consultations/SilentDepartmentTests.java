package org.haina.service.consultations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.haina.service.consultations.BusCases.POLICE;
import static org.haina.service.consultations.BusCases.TRANSPORT;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
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
import org.haina.service.clock.Deadline;
import org.haina.service.keys.CaseNumber;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A department that does not answer: urged after three working days, reported upwards after two more, never passed over. */
@ServiceTest
class SilentDepartmentTests {

    private static final String AGREE = "{\"outcome\":\"agree\"}";

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
    JdbcClient jdbc;

    private TestDesk desk;
    private CaseNumber number;

    @BeforeEach
    void both_asked_on_monday_the_23rd() throws Exception {
        desk = new TestDesk(web, json, filing, cases);
        number = new BusCases(filing, json).filed(TestPerson.unknown());
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void who_is_silent_is_urged_alone_and_then_goes_up_and_the_case_waits() throws Exception {
        assertThat(due(ClockName.POLICE_OPINION)).isEqualTo("2026-11-26");
        assertThat(due(ClockName.TRANSPORT_OPINION)).isEqualTo("2026-11-26");
        desk.work(number, TRANSPORT, AGREE);

        time.set(LocalDateTime.of(2026, 11, 27, 1, 0));
        TestDesk.await("the urging", () -> labels("OPINION_URGED").size() == 1);
        assertThat(labels("OPINION_URGED")).containsExactly("海纳示范黄浦区公安分局交通警察支队逾期未回复意见，已催办");
        assertThat(row("/desk", POLICE)).contains("已超期", "已催办");
        assertThat(row("/oversight/cases", SignedIn.city(Role.SUPERVISOR))).contains("交通警察支队", "已催办");
        assertThat(due(ClockName.URGING)).isEqualTo("2026-12-01");
        assertThat(labels("OVERDUE")).isEmpty();

        time.set(LocalDateTime.of(2026, 12, 2, 1, 0));
        TestDesk.await("the report upwards", () -> !labels("OVERDUE").isEmpty());
        assertThat(labels("OVERDUE")).containsExactly("催办期限届满，已转督办");
        assertThat(audited()).containsSubsequence("case.urge", "case.overdue");
        assertThat(cases.get(number).status()).as("silence is no consent").isEqualTo(CaseStatus.ACCEPTED);

        desk.work(number, POLICE, AGREE);

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.REVIEWING);
        assertThat(clocks.deadline(number, ClockName.URGING)).isEmpty();
        assertThat(due(ClockName.EXAMINATION)).isEqualTo("2026-12-09");
        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\"}");
        assertThat(clocks.deadline(number, ClockName.EXAMINATION)).isEmpty();
        assertThat(due(ClockName.DECISION)).isEqualTo("2026-12-21");
    }

    @Test
    void both_silent_are_both_urged_and_reported_once() {
        time.set(LocalDateTime.of(2026, 11, 27, 1, 0));
        TestDesk.await("both urgings", () -> labels("OPINION_URGED").size() == 2);
        time.set(LocalDateTime.of(2026, 12, 2, 1, 0));
        TestDesk.await("the report upwards", () -> !labels("OVERDUE").isEmpty());

        assertThat(labels("OPINION_URGED"))
                .containsExactlyInAnyOrder("海纳示范黄浦区公安分局交通警察支队逾期未回复意见，已催办", "海纳示范黄浦区交通运输局逾期未回复意见，已催办");
        assertThat(labels("OVERDUE")).hasSize(1);
    }

    @Test
    void a_withdrawal_meanwhile_leaves_nobody_to_urge() throws Exception {
        withdraw();
        time.set(LocalDateTime.of(2026, 11, 27, 1, 0));
        CaseNumber other = new BusCases(filing, json).filed(TestPerson.unknown());
        desk.work(other, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        time.set(LocalDateTime.of(2026, 12, 3, 1, 0));
        TestDesk.await("a later case to be urged", () -> cases.timeline(other).stream()
                .anyMatch(entry -> entry.kind().equals("OPINION_URGED")));

        assertThat(labels("OPINION_URGED")).isEmpty();
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.WITHDRAWN);
    }

    private void withdraw() throws Exception {
        web.perform(post("/cases/" + number + "/withdrawal")
                        .param("reason", "暂不使用校车")
                        .with(SignedIn.as(SignedIn.citizen(cases.get(number).applicant())))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private LocalDate due(ClockName clock) {
        return clocks.deadline(number, clock).map(Deadline::due).orElseThrow();
    }

    private List<String> labels(String kind) {
        return cases.timeline(number).stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(TimelineEntry::label)
                .toList();
    }

    private List<String> audited() {
        return jdbc.sql("select action from audit_entry where case_number = ? order by id")
                .param(number.value())
                .query(String.class)
                .list();
    }

    private String row(String list, Caller.Official official) throws Exception {
        String html = web.perform(get(list).with(SignedIn.as(official)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Jsoup.parse(html).select("tr:contains(" + number + ")").text();
    }
}
