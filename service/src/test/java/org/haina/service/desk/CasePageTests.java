package org.haina.service.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.audit.AuditFilter;
import org.haina.service.audit.AuditRow;
import org.haina.service.audit.AuditTrail;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.decisions.Opinions;
import org.haina.service.intake.Corrections;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItem;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ServiceTest
class CasePageTests {

    private static final Caller.Official CLERK = SignedIn.clerk("310101");
    private static final Caller.Official REVIEWER = SignedIn.reviewer("310101");
    private static final Caller.Official DECIDER = SignedIn.decider("310101");
    private static final Caller.Official SUPERVISOR = SignedIn.official("supervisor.city", "310000", Role.SUPERVISOR);

    @Autowired
    MockMvc web;

    @Autowired
    FiledCases filed;

    @Autowired
    Cases cases;

    @Autowired
    SandboxServer sandbox;

    @Autowired
    Corrections corrections;

    @Autowired
    Opinions opinions;

    @Autowired
    AuditTrail trail;

    @Test
    void only_the_own_district_s_officials_and_supervisors_open_a_case() throws Exception {
        CaseNumber number = filed.received();

        for (Caller.Official may : List.of(CLERK, REVIEWER, DECIDER, SUPERVISOR)) {
            filed.page(number, may).andExpect(status().isOk());
        }
        for (Caller.Official mayNot :
                List.of(SignedIn.clerk("310104"), SignedIn.reviewer("310104"), SignedIn.decider("310104"))) {
            filed.page(number, mayNot).andExpect(status().isNotFound());
        }
        for (Role role : List.of(Role.AUDITOR, Role.OPERATOR)) {
            filed.page(number, SignedIn.official("other.city", "310000", role)).andExpect(status().isForbidden());
        }
        assertThat(rows(number, "case.read")).extracting(AuditRow::actor).contains(CLERK.account(), "supervisor.city");
        assertThat(rows(number, "case.read")).extracting(AuditRow::actor).doesNotContain("clerk.310104");
        assertThat(rows(number, "case.denied"))
                .extracting(AuditRow::actor)
                .contains("clerk.310104", "reviewer.310104", "decider.310104")
                .doesNotContain(CLERK.account());
        assertThat(trail.page(
                                new AuditFilter(
                                        Optional.empty(),
                                        Optional.of("other.city"),
                                        Optional.of("route.denied"),
                                        Optional.empty(),
                                        Optional.empty()),
                                OptionalLong.empty())
                        .rows())
                .extracting(row -> row.detail().get("path"))
                .contains("/desk/cases/" + number);
    }

    @Test
    void a_supervisor_looks_and_has_no_action() throws Exception {
        CaseNumber number = filed.received();

        Document page = parsed(filed.page(number, SUPERVISOR));

        assertThat(page.select("[name=step][value=send], [data-claim]")).isEmpty();
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select(".case-side").text()).contains("受理审查：等待签收");
    }

    @Test
    void secrets_are_masked_until_a_reason_is_given_and_the_reason_is_kept() throws Exception {
        CaseNumber number = filed.received();
        String id = cases.secrets(number).get("idNumber").asText();
        assertThat(parsed(filed.page(number, CLERK)).html()).doesNotContain(id, "13900000001", "示例路1号101室");

        form(number, CLERK, "reveal", m -> m.param("why", " "))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("请写明查看完整信息的理由")));
        Document shown = parsed(
                form(number, CLERK, "reveal", m -> m.param("why", "与证件原件核对")).andExpect(status().isOk()));

        assertThat(shown.html()).contains(id, "13900000001");
        assertThat(rows(number, "case.secrets.revealed")).hasSize(1);
        assertThat(rows(number, "case.secrets.revealed").get(0).detail()).containsEntry("reason", "与证件原件核对");
    }

    @Test
    void a_file_is_shown_only_through_its_own_case_and_the_look_is_recorded() throws Exception {
        CaseNumber number = filed.received();
        CaseNumber other = filed.received();
        String address =
                parsed(filed.page(number, CLERK)).select("details.material a").attr("href");

        web.perform(get(address).with(SignedIn.as(CLERK)).header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("/pages/1")));
        web.perform(get(address + "/pages/1").with(SignedIn.as(CLERK)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", org.hamcrest.Matchers.startsWith("sandbox")));
        web.perform(get(address.replace(number.value(), other.value())).with(SignedIn.as(CLERK)))
                .andExpect(status().isNotFound());
        web.perform(get(address + "/pages/1").with(SignedIn.as(SignedIn.clerk("310104"))))
                .andExpect(status().isNotFound());

        assertThat(rows(number, "material.read")).hasSize(1);
    }

    @Test
    void ticks_and_reasons_survive_choosing_preview_and_refusal_and_become_one_notice() throws Exception {
        CaseNumber number = filed.received();
        WorkItem item = filed.claimed(number, CLERK);

        Document chosen = parsed(form(number, CLERK, "choose:correct", m -> {}).andExpect(status().isOk()));
        assertThat(chosen.select("input[name=mark][value=/major]")).hasSize(1);

        Document refused = parsed(form(number, CLERK, "send", m -> on(m, item, "correct")
                        .param("mark", "/major", "material:diploma")
                        .param("text:/major", "专业名称与学历证书不一致")
                        .param("text:material:diploma", " "))
                .andExpect(status().isUnprocessableEntity()));
        assertThat(refused.select(".errors a").eachText()).containsExactly("“学历证书”：请写明需要补正的理由");
        assertThat(refused.select(".errors a").attr("href")).isEqualTo("#f-material:diploma");
        assertThat(refused.select("[id=f-material:diploma]")).hasSize(1);
        assertThat(refused.select("input[name=text:/major]").val()).isEqualTo("专业名称与学历证书不一致");
        assertThat(refused.select("input[name=mark][value=material:diploma]").hasAttr("checked"))
                .isTrue();

        MockMarks marks = m -> on(m, item, "correct")
                .param("mark", "/major", "material:diploma")
                .param("text:/major", "专业名称与学历证书不一致")
                .param("phrase:material:diploma", "unreadable")
                .param("text:material:diploma", "");
        Document preview = parsed(form(number, CLERK, "preview", marks).andExpect(status().isOk()));
        assertThat(preview.select(".preview li").eachText())
                .anySatisfy(line -> assertThat(line).contains("专业名称与学历证书不一致"))
                .anySatisfy(line -> assertThat(line).contains("学历证书", "图像不清晰"));

        form(number, CLERK, "send", marks).andExpect(redirectedUrl("/desk"));
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.AWAITING_CORRECTION);
        assertThat(corrections.of(number)).singleElement().satisfies(c -> assertThat(c.marks())
                .hasSize(2));
    }

    @Test
    void refusing_acceptance_for_lack_of_competence_must_name_the_right_organ() throws Exception {
        CaseNumber number = filed.received();
        WorkItem item = filed.claimed(number, CLERK);

        Document refused =
                parsed(form(number, CLERK, "send", m -> on(m, item, "refuse").param("ground", "not-competent"))
                        .andExpect(status().isUnprocessableEntity()));
        assertThat(refused.select(".field-error").text()).contains("请写明有权受理的机关");
        assertThat(refused.select("input[value=not-competent]").hasAttr("checked"))
                .isTrue();

        form(number, CLERK, "send", m -> on(m, item, "refuse")
                        .param("ground", "not-competent")
                        .param("opinion", "请向海纳示范市教育委员会申请。"))
                .andExpect(redirectedUrl("/desk"));
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.NOT_ACCEPTED);
    }

    @Test
    void review_and_decision_stand_beside_the_registers_answers_in_the_item_s_own_words() throws Exception {
        CaseNumber number = filed.reviewing(CLERK);
        WorkItem review = filed.claimed(number, REVIEWER);
        Document page = parsed(filed.page(number, REVIEWER));
        assertThat(page.select(".chosen button").eachText()).containsExactly("建议予以认定", "建议不予认定");
        assertThat(page.select("table.answers").text()).contains("一致：", "无犯罪记录");

        Document inserted = parsed(form(number, REVIEWER, "insert:complete", m -> on(m, review, "approve")
                .param("opinion", "已核对。")));
        assertThat(inserted.select("#f-opinion").text()).startsWith("已核对。").contains("申请材料齐全");
        form(number, REVIEWER, "send", m -> on(m, review, "approve").param("opinion", "条件符合"))
                .andExpect(redirectedUrl("/desk"));

        WorkItem decision = filed.claimed(number, DECIDER);
        Document refused = parsed(form(number, DECIDER, "send", m -> on(m, decision, "refused"))
                .andExpect(status().isUnprocessableEntity()));
        assertThat(refused.select(".task").text()).contains("不予的决定必须说明理由", "行政复议", "行政诉讼");
        assertThat(refused.select(".chosen button").eachText()).containsExactly("予以认定", "不予认定");
        assertThat(refused.select(".note strong").eachText()).contains("审核意见：建议予以认定");
        form(number, DECIDER, "send", m -> on(m, decision, "granted")).andExpect(redirectedUrl("/desk"));

        assertThat(opinions.decision(number))
                .hasValueSatisfying(o -> assertThat(o.outcome()).isEqualTo("granted"));
    }

    @Test
    void a_grant_against_an_open_condition_or_the_review_needs_a_reason() throws Exception {
        TestPerson person = TestPerson.unknown();
        ((ObjectNode) person.raw().get("mandarin")).put("grade", "三级甲等");
        CaseNumber number = filed.reviewing(person.admit(sandbox), CLERK);
        WorkItem review = filed.claimed(number, REVIEWER);

        Document refused = parsed(form(number, REVIEWER, "send", m -> on(m, review, "approve"))
                .andExpect(status().isUnprocessableEntity()));
        assertThat(refused.select(".field-error").text()).contains("二级甲等", "请写明理由");
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.REVIEWING);
        form(number, REVIEWER, "send", m -> on(m, review, "reject").param("opinion", "普通话未达标"))
                .andExpect(redirectedUrl("/desk"));

        WorkItem decision = filed.claimed(number, DECIDER);
        form(number, DECIDER, "send", m -> on(m, decision, "granted")).andExpect(status().isUnprocessableEntity());
        form(number, DECIDER, "send", m -> on(m, decision, "granted").param("opinion", "已补测，成绩达标"))
                .andExpect(redirectedUrl("/desk"));
    }

    @Test
    void who_comes_too_late_is_told_who_was_faster_and_keeps_the_text() throws Exception {
        CaseNumber number = filed.reviewing(CLERK);
        WorkItem item = filed.claimed(number, SignedIn.official("reviewer.faster", "310101", Role.REVIEWER));

        Document page =
                parsed(form(number, REVIEWER, "send", m -> on(m, item, "reject").param("opinion", "学历<b>不符合</b>规定"))
                        .andExpect(status().isConflict()));

        assertThat(page.select("[role=alert]").text()).contains("该任务已由 reviewer.faster 签收");
        assertThat(page.select(".typed").text()).isEqualTo("学历<b>不符合</b>规定");
        assertThat(page.select("main").text()).contains("如需帮助，请提供编号");
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.REVIEWING);
    }

    @Test
    void a_stale_version_changes_nothing() throws Exception {
        CaseNumber number = filed.received();
        WorkItem item = filed.claimed(number, CLERK);

        form(number, CLERK, "send", m -> m.param("task", item.id())
                        .param("version", String.valueOf(item.version() - 1))
                        .param("outcome", "accept"))
                .andExpect(status().isConflict());

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);
    }

    @Test
    void an_opinion_of_ten_thousand_characters_is_refused_and_kept() throws Exception {
        CaseNumber number = filed.received();
        WorkItem item = filed.claimed(number, CLERK);
        String text = "长".repeat(10_000);

        Document page = parsed(form(number, CLERK, "send", m -> on(m, item, "refuse")
                        .param("ground", "false-papers")
                        .param("opinion", text))
                .andExpect(status().isUnprocessableEntity()));

        assertThat(page.select(".field-error").text()).contains("最多 2000 个字");
        assertThat(page.select("#f-opinion").text()).isEqualTo(text);
    }

    @Test
    void what_no_letter_could_print_is_refused_at_its_field_before_anything_happens() throws Exception {
        CaseNumber number = filed.received();
        WorkItem item = filed.claimed(number, CLERK);

        Document page = parsed(form(number, CLERK, "send", m -> on(m, item, "refuse")
                        .param("ground", "false-papers")
                        .param("opinion", "学历证书系伪造😀"))
                .andExpect(status().isUnprocessableEntity()));
        assertThat(page.select(".field-error").text()).contains("😀", "不能印在文书上");
        assertThat(page.select("#f-opinion").text()).isEqualTo("学历证书系伪造😀");
        form(number, CLERK, "send", m -> on(m, item, "correct")
                        .param("mark", "/major")
                        .param("text:/major", "专业不对🙂"))
                .andExpect(status().isUnprocessableEntity());
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);

        form(number, CLERK, "send", m -> on(m, item, "refuse")
                        .param("ground", "false-papers")
                        .param("opinion", "姓名应为𠮷〇示例"))
                .andExpect(redirectedUrl("/desk"));
    }

    @Test
    void the_way_of_the_case_is_told_in_a_list_beside_its_picture() throws Exception {
        CaseNumber number = filed.received();

        Document page = parsed(filed.page(number, CLERK));
        assertThat(page.select("#diagram table").text()).contains("受理审查", "进行中");
        String model = page.select(".canvas").get(1).attr("data-model");

        web.perform(get(model).with(SignedIn.as(CLERK)))
                .andExpect(status().isOk())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("bpmn:definitions")));
        web.perform(get("/desk/cases/" + number + "/models/nonsense").with(SignedIn.as(CLERK)))
                .andExpect(status().isNotFound());
    }

    private interface MockMarks {
        void on(MockHttpServletRequestBuilder request);
    }

    private static MockHttpServletRequestBuilder on(
            MockHttpServletRequestBuilder request, WorkItem item, String outcome) {
        return request.param("task", item.id())
                .param("version", String.valueOf(item.version()))
                .param("outcome", outcome);
    }

    private ResultActions form(CaseNumber number, Caller.Official by, String step, MockMarks more) throws Exception {
        var request = post("/desk/cases/" + number + "/form")
                .param("step", step)
                .with(SignedIn.as(by))
                .with(csrf());
        more.on(request);
        return web.perform(request);
    }

    private List<AuditRow> rows(CaseNumber number, String action) {
        return trail.page(AuditFilter.ofCase(number), OptionalLong.empty()).rows().stream()
                .filter(row -> row.action().equals(action))
                .toList();
    }

    private static Document parsed(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString());
    }
}
