package org.haina.service.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.haina.service.ServiceTest;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItem;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;

/** 漏告知: what was forgotten in the first notice needs the head's leave, once, and is counted. */
@ServiceTest
class FurtherNoticeTests {

    private static final Caller.Official CLERK = SignedIn.clerk("310101");
    private static final Caller.Official HEAD = SignedIn.head("310101");
    private static final Caller.Official SUPERVISOR = SignedIn.official("supervisor.city", "310000", Role.SUPERVISOR);

    @Autowired
    MockMvc web;

    @Autowired
    FiledCases filed;

    @Autowired
    Cases cases;

    @Test
    void the_head_gives_leave_for_one_further_notice_and_it_is_counted() throws Exception {
        CaseNumber number = filed.received();
        ask(number, "/address").andExpect(status().isFound());
        answer(number, "address", "上海市黄浦区示例路9号");
        assertThat(ask(number, "/major").andReturn().getResponse().getContentAsString())
                .contains("一次告知保证", "先由机关负责人说明理由准许");
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);

        allow(number, CLERK).andExpect(status().isConflict());
        allow(number, HEAD).andExpect(status().isFound());
        allow(number, HEAD).andExpect(status().isFound());
        ask(number, "/major").andExpect(status().isFound());

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.AWAITING_CORRECTION);
        assertThat(cases.timeline(number))
                .filteredOn(entry -> entry.kind().equals("NOTICE_EXCEPTION"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.label()).contains("漏告知", "专业与学历证书不一致"));
        assertThat(Jsoup.parse(body(get("/oversight/cases").with(SignedIn.as(SUPERVISOR))))
                        .select("section[aria-labelledby=forgotten-title] tr:contains(海纳示范黄浦区教育局) td.number")
                        .text())
                .matches("[1-9]\\d*");
        answer(number, "major", "汉语言文学");
        assertThat(ask(number, "/graduationSchool").andReturn().getResponse().getContentAsString())
                .as("the leave is used up")
                .contains("一次告知保证");
    }

    @Test
    void before_any_notice_there_is_nothing_to_allow() throws Exception {
        CaseNumber number = filed.received();

        allow(number, HEAD).andExpect(status().isConflict());
        assertThat(body(get("/desk/cases/" + number).with(SignedIn.as(HEAD)))).doesNotContain("准许补充告知");
    }

    private ResultActions ask(CaseNumber number, String target) throws Exception {
        WorkItem item = filed.claimed(number, CLERK);
        return web.perform(post("/desk/cases/" + number + "/form")
                .param("step", "send")
                .param("task", item.id())
                .param("version", String.valueOf(item.version()))
                .param("outcome", "correct")
                .param("mark", target)
                .param("text:" + target, "请核对")
                .with(SignedIn.as(CLERK))
                .with(csrf()));
    }

    private void answer(CaseNumber number, String field, String value) throws Exception {
        web.perform(multipart("/cases/" + number + "/correction")
                        .param(field, value)
                        .param("do", "send")
                        .with(csrf())
                        .with(SignedIn.as(SignedIn.citizen(cases.get(number).applicant()))))
                .andExpect(status().isFound());
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);
    }

    private ResultActions allow(CaseNumber number, Caller.Official official) throws Exception {
        return web.perform(post("/desk/cases/" + number + "/acts/further-notice")
                .param("version", String.valueOf(cases.get(number).version()))
                .param("reason", "第一次告知遗漏：专业与学历证书不一致")
                .with(SignedIn.as(official))
                .with(csrf()));
    }

    private String body(RequestBuilder request) throws Exception {
        return web.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
