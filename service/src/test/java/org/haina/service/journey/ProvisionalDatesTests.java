package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.UUID;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** From December on dates are counted into a year whose holidays nobody has published: each of them says so. */
@ServiceTest
class ProvisionalDatesTests {

    private static final String MARK = "（暂定，以公布的放假安排为准）";

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    MovableClock time;

    private final TestPerson person = TestPerson.unknown();
    private Caller.Citizen citizen;
    private TestDesk desk;

    @BeforeEach
    void setUp() {
        time.set(MovableClock.START.plus(Duration.ofDays(18)));
        citizen = filing.citizen(person);
        desk = new TestDesk(web, json, filing, cases);
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void a_program_is_told_each_time_it_asks() throws Exception {
        String key = UUID.randomUUID().toString();
        CaseNumber number = submitted(key);

        submit(key)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.promisedBy").value("2027-01-04"))
                .andExpect(jsonPath("$.promisedByProvisional").value(true));
        web.perform(get("/api/v1/cases/" + number).with(SignedIn.as(citizen)))
                .andExpect(jsonPath("$.promisedBy").value("2027-01-04"))
                .andExpect(jsonPath("$.promisedByProvisional").value(true));
        accepted(number);
        web.perform(get("/api/v1/work-items").param("number", number.value()).with(SignedIn.as(TestDesk.REVIEWER)))
                .andExpect(jsonPath("$.items[0].due").value("2027-01-04"))
                .andExpect(jsonPath("$.items[0].dueProvisional").value(true));
    }

    @Test
    void a_program_is_told_of_an_official_year_too() throws Exception {
        time.set(MovableClock.START);
        CaseNumber number = submitted(UUID.randomUUID().toString());

        web.perform(get("/api/v1/cases/" + number).with(SignedIn.as(citizen)))
                .andExpect(jsonPath("$.promisedBy").value("2026-12-14"))
                .andExpect(jsonPath("$.promisedByProvisional").value(false));
        web.perform(get("/api/v1/work-items").param("number", number.value()).with(SignedIn.as(TestDesk.CLERK)))
                .andExpect(jsonPath("$.items[0].dueProvisional").value(false));
        assertThat(page("/cases/" + number, citizen)).doesNotContain("暂定");
        assertThat(page("/cases/" + number + "/receipt", citizen)).doesNotContain("暂定");
        assertThat(page("/desk?number=" + number, TestDesk.CLERK))
                .contains(number.value())
                .doesNotContain("暂定");
    }

    @Test
    void a_citizen_sees_it_at_the_promise_and_at_the_last_day_of_a_correction() throws Exception {
        CaseNumber number = submitted(UUID.randomUUID().toString());

        assertThat(page("/cases/" + number + "/receipt", citizen)).contains("2027年1月4日（含当天）", MARK);
        assertThat(page("/cases/" + number, citizen)).contains("2027年1月4日", "日期为暂定");

        desk.work(
                number,
                TestDesk.CLERK,
                "{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"/description\",\"text\":\"请写明年度\"}]}");
        assertThat(page("/cases/" + number, citizen)).contains("2027年1月4日（含当天）" + MARK + "以前没有补正的");
        assertThat(page("/cases/" + number + "/correction", citizen)).contains("2027年1月4日（含当天）" + MARK + "补正");
    }

    @Test
    void an_official_sees_it_in_the_list_and_in_the_case() throws Exception {
        CaseNumber number = submitted(UUID.randomUUID().toString());
        accepted(number);

        assertThat(page("/desk?number=" + number, TestDesk.REVIEWER)).contains(number.value(), "暂定");
        assertThat(page("/desk/cases/" + number, TestDesk.REVIEWER)).contains("日期为暂定");
    }

    private void accepted(CaseNumber number) throws Exception {
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
    }

    private CaseNumber submitted(String key) throws Exception {
        String answer = submit(key)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return new CaseNumber(json.readTree(answer).get("number").asText());
    }

    private ResultActions submit(String key) throws Exception {
        ObjectNode body = json.createObjectNode().put("item", "information-disclosure");
        body.putArray("materials");
        body.putObject("data")
                .put("level", "district")
                .put("district", "310101")
                .put("infoKind", "institution")
                .put("title", "示例培训学校的年度检查结论")
                .put("description", "年度检查的结论和整改要求")
                .put("name", person.name())
                .put("idType", "111")
                .put("idNumber", person.idNumber())
                .put("phone", "13900000001")
                .put("way", "account")
                .put("electronicService", true)
                .put("truthDeclared", true);
        return web.perform(post("/api/v1/cases")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.toString())
                .with(SignedIn.as(citizen))
                .with(csrf()));
    }

    private String page(String path, Caller caller) throws Exception {
        String html = web.perform(get(path).with(SignedIn.as(caller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Jsoup.parse(html).select("main").text().replaceAll("\\s+(?=[（补])", "");
    }
}
