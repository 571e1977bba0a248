package org.haina.service.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.haina.service.ServiceTest;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItem;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What the desk says against an outcome before it is chosen, and what it leaves out because the law does. */
@ServiceTest
class CaseAdviceTests {

    private static final Caller.Official CLERK = SignedIn.clerk("310101");

    @Autowired
    MockMvc web;

    @Autowired
    FiledCases filed;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Test
    void accepting_without_a_required_paper_is_warned_of_and_needs_a_reason() throws Exception {
        CaseNumber number = filed.received();
        jdbc.sql("delete from case_material where case_number = ? and key = 'photo'")
                .param(number.value())
                .update();
        WorkItem item = filed.claimed(number, CLERK);

        assertThat(page(number).select("#caution")).as("before it is chosen").isEmpty();
        Document chosen = parsed(form(number, "choose:accept", item, "accept", Map.of()));
        assertThat(chosen.select("#caution").text()).contains("缺少必需材料", "正面证件照");
        Document refused =
                parsed(form(number, "send", item, "accept", Map.of()).andExpect(status().isUnprocessableEntity()));
        assertThat(refused.select("#e-opinion").text()).contains("缺少必需材料", "请写明理由");
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);

        form(number, "send", item, "accept", Map.of("opinion", "照片已当面核对，三日内补交")).andExpect(redirectedUrl("/desk"));
        assertThat(cases.get(number).status()).isNotEqualTo(CaseStatus.RECEIVED);
        assertThat(cases.timeline(number)).anyMatch(entry -> entry.note().equals("照片已当面核对，三日内补交"));
    }

    @Test
    void with_all_papers_nothing_is_warned_of() throws Exception {
        CaseNumber number = filed.received();
        WorkItem item = filed.claimed(number, CLERK);

        assertThat(parsed(form(number, "choose:accept", item, "accept", Map.of()))
                        .select("#caution"))
                .isEmpty();
        form(number, "send", item, "accept", Map.of()).andExpect(redirectedUrl("/desk"));
    }

    /** 行政许可法 32(5): who has supplied everything is accepted. */
    @Test
    void after_an_answered_notice_acceptance_suggests_itself_and_what_the_law_leaves_out_is_not_offered()
            throws Exception {
        CaseNumber number = answered();
        WorkItem item = filed.claimed(number, CLERK);

        Document page = page(number);
        assertThat(page.select(".chosen button[aria-pressed=true]").eachText()).containsExactly("受理");
        assertThat(page.select(".chosen button").eachText()).doesNotContain("无需许可");
        assertThat(page.select("#do").text()).contains("无需许可不能选：申请人已按要求补正，依法应当受理");
        Document refusing = parsed(form(number, "choose:refuse", item, "refuse", Map.of()));
        assertThat(refusing.select("input[name=ground]").eachAttr("value"))
                .containsExactly("not-competent", "false-papers");

        form(number, "send", item, "notRequired", Map.of("ground", "licence-not-required"))
                .andExpect(status().isUnprocessableEntity());
        form(number, "send", item, "refuse", Map.of("ground", "window-closed"))
                .andExpect(status().isUnprocessableEntity());
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);
        form(number, "send", item, "accept", Map.of()).andExpect(redirectedUrl("/desk"));
    }

    @Test
    void an_answer_reloaded_or_gone_back_to_leads_to_the_case() throws Exception {
        CaseNumber number = filed.received();

        web.perform(get("/desk/cases/" + number + "/form").with(SignedIn.as(CLERK)))
                .andExpect(redirectedUrl("/desk/cases/" + number));
    }

    @Test
    void what_deceives_the_eye_is_refused_at_its_field() throws Exception {
        CaseNumber number = filed.received();
        WorkItem item = filed.claimed(number, CLERK);
        for (String hidden : new String[] {"\u202E", "\u200B", "\u0007"}) {
            web.perform(post("/api/v1/work-items/" + item.id() + "/complete")
                            .with(SignedIn.as(CLERK))
                            .header("If-Match", "\"" + item.version() + "\"")
                            .contentType("application/json")
                            .content("{\"outcome\":\"accept\",\"opinion\":\"同意"
                                    + "\\u%04x".formatted((int) hidden.charAt(0)) + "受理\"}"))
                    .andExpect(status().isUnprocessableEntity());
        }
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);
    }

    private CaseNumber answered() throws Exception {
        CaseNumber number = filed.received();
        WorkItem item = filed.claimed(number, CLERK);
        form(number, "send", item, "correct", Map.of("mark", "/address", "text:/address", "请写到门牌号"))
                .andExpect(redirectedUrl("/desk"));
        web.perform(multipart("/cases/" + number + "/correction")
                        .param("address", "上海市黄浦区示例路9号")
                        .param("do", "send")
                        .with(csrf())
                        .with(SignedIn.as(SignedIn.citizen(cases.get(number).applicant()))))
                .andExpect(status().isFound());
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);
        return number;
    }

    private Document page(CaseNumber number) throws Exception {
        return parsed(filed.page(number, CLERK).andExpect(status().isOk()));
    }

    private ResultActions form(CaseNumber number, String step, WorkItem item, String outcome, Map<String, String> more)
            throws Exception {
        var request = post("/desk/cases/" + number + "/form")
                .param("step", step)
                .param("task", item.id())
                .param("version", String.valueOf(item.version()))
                .param("outcome", outcome)
                .with(SignedIn.as(CLERK))
                .with(csrf());
        more.forEach(request::param);
        return web.perform(request);
    }

    private static Document parsed(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString());
    }
}
