package org.haina.service.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Where a case is, told by the bar of steps and by the diagram of its process; both must tell the same. */
@ServiceTest
class CaseProgressTests {

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    SandboxServer sandbox;

    private TestDesk desk;

    @BeforeEach
    void setUp() {
        desk = new TestDesk(web, json, filing, cases);
    }

    @Test
    void the_step_a_case_is_in_moves_from_submission_to_delivery() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        CaseNumber number = filing.filed(person);
        at(
                page(number, person),
                1,
                "受理",
                List.of("申请：11月23日 已完成", "受理：进行中", "审核：未开始", "决定：未开始", "送达：未开始"),
                "Task_Intake",
                List.of("Event_ApplicationSubmitted"));

        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        desk.await(number, CaseStatus.REVIEWING);
        at(
                page(number, person),
                2,
                "审核",
                List.of("申请：11月23日 已完成", "受理：11月23日 已完成", "审核：进行中", "决定：未开始", "送达：未开始"),
                "Task_Review",
                List.of("Event_ApplicationSubmitted", "Task_Intake", "Gateway_Accepted", "Task_Checks"));

        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"条件符合\"}");
        at(
                page(number, person),
                3,
                "决定",
                List.of("申请：11月23日 已完成", "受理：11月23日 已完成", "审核：11月23日 已完成", "决定：进行中", "送达：未开始"),
                "Task_Decision",
                List.of("Task_Intake", "Task_Checks", "Task_Review"));
    }

    @Test
    void of_a_granted_case_every_step_is_done_and_nothing_is_under_way() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        CaseNumber number = desk.decided(person, "granted");
        desk.await(number, CaseStatus.GRANTED);

        Document page = page(number, person);
        assertThat(page.select("ol.steps li.step-done strong").eachText())
                .containsExactly("申请", "受理", "审核", "决定", "送达");
        assertThat(page.select("ol.steps li")).hasSize(5);
        assertThat(page.select("[aria-current=step]")).isEmpty();
        assertThat(page.select("svg.process-diagram g.current")).isEmpty();
        assertThat(page.select("svg.process-diagram g.done").eachAttr("data-element"))
                .contains("Task_Intake", "Task_Checks", "Task_Review", "Task_Decision", "Task_Issuance")
                .contains("EndEvent_CaseGranted")
                .doesNotContain("EndEvent_CaseRefused");
        assertThat(page.select("svg.process-diagram > desc").text()).endsWith("正在进行：无");
    }

    @Test
    void while_a_correction_is_awaited_the_step_says_whose_turn_it_is() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = filing.filed(person);
        desk.work(
                number,
                TestDesk.CLERK,
                "{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"/address\",\"text\":\"请写到门牌号\"}]}");

        at(
                page(number, person),
                1,
                "受理",
                List.of("申请：11月23日 已完成", "受理：等您补正", "审核：未开始", "决定：未开始", "送达：未开始"),
                "Task_Intake",
                List.of("Event_ApplicationSubmitted"));
    }

    @Test
    void a_withdrawn_case_ends_where_it_was() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = filing.filed(person);
        web.perform(post("/cases/" + number + "/withdrawal").with(csrf()).with(SignedIn.as(filing.citizen(person))));

        Document page = page(number, person);
        assertThat(bar(page)).containsExactly("申请：11月23日 已完成", "受理：到此结束", "审核：不再进行", "决定：不再进行", "送达：不再进行");
        assertThat(page.select("ol.steps li").eachAttr("class"))
                .containsExactly("step-done", "step-ended", "step-later", "step-later", "step-later");
        assertThat(page.select("[aria-current=step]")).isEmpty();
        assertThat(page.select("svg.process-diagram g.current")).isEmpty();
    }

    private static void at(
            Document page, int place, String title, List<String> bar, String element, List<String> passed) {
        assertThat(bar(page)).isEqualTo(bar);
        assertThat(page.select("ol.steps li.step-now[aria-current=step] strong").eachText())
                .containsExactly(title);
        assertThat(page.select("ol.steps li[aria-current]")).hasSize(1);
        assertThat(page.select("ol.steps li").get(place).hasAttr("aria-current"))
                .isTrue();
        assertThat(page.select("svg.process-diagram g.current").eachAttr("data-element"))
                .containsExactly(element);
        assertThat(page.select("svg.process-diagram g.done").eachAttr("data-element"))
                .containsAll(passed)
                .doesNotContain(element);
        assertThat(page.select("svg.process-diagram > desc").text())
                .endsWith("正在进行："
                        + page.select("svg.process-diagram g.current > title").text());
    }

    private static List<String> bar(Document page) {
        return page.select("ol.steps li").stream()
                .map(step -> step.selectFirst("strong").text() + "："
                        + String.join(" ", step.select("span").eachText()))
                .toList();
    }

    private Document page(CaseNumber number, TestPerson person) throws Exception {
        return Jsoup.parse(web.perform(get("/cases/" + number).with(SignedIn.as(filing.citizen(person))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
