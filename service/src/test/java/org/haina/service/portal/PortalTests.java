package org.haina.service.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@ServiceTest
class PortalTests {

    private static final Caller.Official CLERK = SignedIn.clerk("310101");

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    ObjectMapper json;

    @Test
    void a_case_page_says_first_whose_turn_it_is() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = filing.filed(person);

        web.perform(get("/cases/" + number).with(SignedIn.as(filing.citizen(person))))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("<h1>已收到申请，海纳示范黄浦区教育局正在核对材料</h1>"),
                                containsString("承诺最迟办结日期（含当天）"),
                                containsString("最迟2026年11月30日（含当天）告诉您是否受理"),
                                containsString("个自然日"),
                                containsString("谁看过我的数据"),
                                containsString("process-diagram"))));
    }

    @Test
    void a_case_of_another_does_not_exist_on_any_page() throws Exception {
        CaseNumber number = filing.filed(TestPerson.unknown());
        Citizen stranger = filing.citizen(TestPerson.unknown());

        for (String page : List.of("", "/receipt", "/correction", "/withdrawal", "/rating")) {
            web.perform(get("/cases/" + number + page).with(SignedIn.as(stranger)))
                    .andExpect(status().isNotFound());
        }
        web.perform(post("/cases/" + number + "/withdrawal").with(csrf()).with(SignedIn.as(stranger)))
                .andExpect(status().isNotFound());
        web.perform(get("/my/cases").with(SignedIn.as(stranger)))
                .andExpect(content().string(not(containsString(number.value()))));
    }

    @Test
    void a_withdrawn_application_is_closed_and_withdrawing_again_does_no_harm() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = filing.filed(person);
        for (int i = 0; i < 2; i++) {
            web.perform(post("/cases/" + number + "/withdrawal")
                            .param("reason", "以后再申请")
                            .with(csrf())
                            .with(SignedIn.as(filing.citizen(person))))
                    .andExpect(redirectedUrl("/cases/" + number));
        }

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.WITHDRAWN);
        web.perform(get("/cases/" + number).with(SignedIn.as(filing.citizen(person))))
                .andExpect(content().string(containsString("您已撤回申请")));
    }

    @Test
    void a_reason_that_cannot_be_printed_is_refused_and_kept() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = filing.filed(person);

        web.perform(post("/cases/" + number + "/withdrawal")
                        .param("reason", "不想办了😀")
                        .with(csrf())
                        .with(SignedIn.as(filing.citizen(person))))
                .andExpect(content().string(allOf(containsString("不能印在文书上"), containsString("不想办了😀"))));
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);
    }

    @Test
    void a_correction_opens_the_marked_field_alone_and_shows_what_changes_before_it_is_sent() throws Exception {
        TestPerson person = TestPerson.unknown();
        Citizen citizen = filing.citizen(person);
        CaseNumber number = filing.filed(person);
        askToCorrect(number, "address");

        web.perform(get("/cases/" + number + "/correction").with(SignedIn.as(citizen)))
                .andExpect(content()
                        .string(allOf(
                                containsString("name=\"address\""),
                                containsString("请写到门牌号"),
                                not(containsString("name=\"phone\"")))));
        web.perform(multipart("/cases/" + number + "/correction")
                        .param("address", "上海市黄浦区示例路9号")
                        .param("phone", "13911111111")
                        .param("do", "review")
                        .with(csrf())
                        .with(SignedIn.as(citizen)))
                .andExpect(content()
                        .string(allOf(
                                containsString("上海市黄浦区示例路1号101室"),
                                containsString("上海市黄浦区示例路9号"),
                                containsString("不再要求您补充"))));
        web.perform(multipart("/cases/" + number + "/correction")
                        .param("address", "上海市黄浦区示例路9号")
                        .param("phone", "13911111111")
                        .param("do", "send")
                        .with(csrf())
                        .with(SignedIn.as(citizen)))
                .andExpect(redirectedUrl("/cases/" + number + "?corrected"));

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);
        assertThat(page("/cases/" + number, citizen))
                .contains("上海市黄浦区示例路9号", "13900000001")
                .doesNotContain("13911111111");
    }

    @Test
    void a_correction_without_the_answer_it_asks_for_is_not_sent() throws Exception {
        TestPerson person = TestPerson.unknown();
        Citizen citizen = filing.citizen(person);
        CaseNumber number = filing.filed(person);
        askToCorrect(number, "address");

        web.perform(multipart("/cases/" + number + "/correction")
                        .param("address", "")
                        .param("do", "send")
                        .with(csrf())
                        .with(SignedIn.as(citizen)))
                .andExpect(content().string(containsString("<title>错误：")));

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.AWAITING_CORRECTION);
    }

    @Test
    void the_state_is_told_for_the_right_pair_and_wrong_pairs_are_answered_alike() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = filing.filed(person);
        String ending = person.idNumber().substring(14);

        assertThat(asked(number.value(), ending)).contains("已收到申请").doesNotContain(person.name(), person.idNumber());
        String wrongEnding = asked(number.value(), "0000");
        String noSuchCase = asked("HN26AAAAAAAAAAAA", ending);
        assertThat(wrongEnding).contains("没有查到").doesNotContain("已收到申请");
        assertThat(noSuchCase).contains("没有查到");
    }

    @Test
    void a_case_is_rated_once_and_only_when_it_is_closed() throws Exception {
        TestPerson person = TestPerson.unknown();
        Citizen citizen = filing.citizen(person);
        CaseNumber number = filing.filed(person);
        web.perform(get("/cases/" + number + "/rating").with(SignedIn.as(citizen)))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("<h1>现在不能评价</h1>"), containsString("href=\"/cases/" + number + "\""))));
        web.perform(post("/cases/" + number + "/rating")
                        .param("level", "1")
                        .with(csrf())
                        .with(SignedIn.as(citizen)))
                .andExpect(status().isConflict());
        web.perform(post("/cases/" + number + "/withdrawal").with(csrf()).with(SignedIn.as(citizen)));

        rate(number, citizen, "1");
        rate(number, citizen, "5");

        assertThat(page("/cases/" + number + "/rating", citizen))
                .contains("非常满意", "填写简单", "不能修改")
                .doesNotContain("非常不满意");
    }

    @Test
    void the_diagram_of_a_withdrawn_case_is_green_only_where_the_case_has_been() throws Exception {
        TestPerson person = TestPerson.unknown();
        Citizen citizen = filing.citizen(person);
        CaseNumber number = filing.filed(person);
        web.perform(post("/cases/" + number + "/withdrawal").with(csrf()).with(SignedIn.as(citizen)));

        Elements drawn = Jsoup.parse(page("/cases/" + number, citizen)).select("svg.process-diagram g.done");
        assertThat(drawn.eachAttr("data-element"))
                .contains("Event_ApplicationSubmitted", "Event_ApplicationWithdrawn", "EndEvent_CaseWithdrawn")
                .doesNotContain("Task_Intake");
    }

    @Test
    void the_elder_version_is_remembered_and_never_leads_elsewhere() throws Exception {
        var answer = web.perform(post("/preferences/elder")
                        .param("on", "1")
                        .param("back", "//evil.example/")
                        .with(csrf()))
                .andExpect(redirectedUrl("/"))
                .andReturn();

        web.perform(get("/").cookie(answer.getResponse().getCookie("elder")))
                .andExpect(content().string(containsString("class=\"elder\"")));
    }

    @Test
    void guide_home_and_self_check_are_open_to_everybody() throws Exception {
        web.perform(get("/").param("q", "教师 资格"))
                .andExpect(content().string(containsString("/items/teacher-qualification")));
        web.perform(get("/items/teacher-qualification"))
                .andExpect(content()
                        .string(allOf(containsString("开始申请"), containsString("我能办吗"), containsString("依据和编码"))));
        web.perform(post("/items/teacher-qualification/self-check")
                        .param("schoolLevel", "junior-secondary")
                        .param("subject", "语文")
                        .param("route", "exam")
                        .param("examCertificateDate", "2026-05-01")
                        .param("idType", "111")
                        .param("sex", "2")
                        .param("birthDate.year", "1998")
                        .param("birthDate.month", "3")
                        .param("birthDate.day", "5")
                        .param("educationLevel", "中专")
                        .param("mandarinLevel", "二级乙等")
                        .with(csrf()))
                .andExpect(content().string(containsString("可能还不能办")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"教师证", "老师", "jszgz", "ＪＳＺＧ", "教资", "怎么办教师资格证", "教师证 上海老师"})
    void an_item_is_found_by_what_people_call_it(String query) throws Exception {
        web.perform(get("/").param("q", query))
                .andExpect(content().string(containsString("/items/teacher-qualification")))
                .andExpect(content().string(not(containsString("没有找到相符的事项"))));
    }

    @Test
    void who_finds_nothing_still_sees_what_there_is() throws Exception {
        web.perform(get("/").param("q", "护照"))
                .andExpect(content()
                        .string(allOf(
                                containsString("没有找到相符的事项"),
                                containsString("全部事项"),
                                containsString("/items/teacher-qualification"))));
    }

    private String asked(String number, String ending) throws Exception {
        return web.perform(post("/status")
                        .param("number", number)
                        .param("ending", ending)
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private void rate(CaseNumber number, Citizen citizen, String level) throws Exception {
        web.perform(post("/cases/" + number + "/rating")
                        .param("level", level)
                        .param("reason", "填写简单", "编造的理由")
                        .with(csrf())
                        .with(SignedIn.as(citizen)))
                .andExpect(redirectedUrl("/cases/" + number + "/rating"));
    }

    private String page(String path, Citizen citizen) throws Exception {
        return web.perform(get(path).with(SignedIn.as(citizen)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private void askToCorrect(CaseNumber number, String field) throws Exception {
        JsonNode list = json.readTree(web.perform(get("/api/v1/work-items")
                        .param("number", number.value())
                        .with(SignedIn.as(CLERK)))
                .andReturn()
                .getResponse()
                .getContentAsString());
        String item = "/api/v1/work-items/" + list.at("/items/0/id").asText();
        String tag = web.perform(post(item + "/claim").with(SignedIn.as(CLERK)))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        web.perform(post(item + "/complete")
                        .with(SignedIn.as(CLERK))
                        .header("If-Match", tag)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"/%s\",\"text\":\"请写到门牌号\"}]}"
                                .formatted(field)))
                .andExpect(status().isNoContent());
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.AWAITING_CORRECTION);
    }
}
