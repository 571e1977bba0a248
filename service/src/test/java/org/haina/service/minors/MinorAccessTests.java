package org.haina.service.minors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.keys.CaseNumber;
import org.haina.service.minors.Children.Family;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** 未成年人网络保护条例 36: nobody in the office reads a minor's data before a manager has said so. */
@ServiceTest
class MinorAccessTests {

    private static final Official DECIDER = TestDesk.DECIDER;

    @Autowired
    MockMvc web;

    @Autowired
    Children children;

    @Autowired
    CaseMaterials materials;

    @Autowired
    Filing filing;

    @Autowired
    MovableClock time;

    private Family family;
    private CaseNumber number;
    private Official clerk;

    /** Accounts of their own, so that what one test approves opens nothing in another. */
    @BeforeEach
    void a_child_s_case() {
        family = children.aged(7, 30);
        number = children.filed(family);
        clerk = SignedIn.official("clerk." + number, "310101", Role.CLERK);
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void before_an_approval_the_case_is_known_by_name_and_state_only() throws Exception {
        web.perform(get(desk()).with(SignedIn.as(clerk))).andExpect(redirectedUrl(closed()));

        Document page = page(closed(), clerk);

        assertThat(page.text()).contains("延缓入学、休学", "申请人王*", "查阅须经批准", "第三十六条");
        assertThat(page.text()).doesNotContain("王示童", Children.SCHOOL, Children.ILLNESS);
        assertThat(page.select("[name=purpose]").val()).isEqualTo("办理本件");
        web.perform(get(material()).with(SignedIn.as(clerk))).andExpect(status().isForbidden());
        web.perform(get("/api/v1/cases/" + number + "/documents").with(SignedIn.as(clerk)))
                .andExpect(status().isForbidden());
    }

    @Test
    void what_is_hidden_even_from_readers_cannot_be_had_by_a_reason_alone() throws Exception {
        web.perform(post(desk() + "/form")
                        .param("step", "reveal")
                        .param("why", "电话联系申请人")
                        .with(SignedIn.as(clerk))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void approved_by_a_manager_the_case_opens_and_the_guardian_reads_what_for() throws Exception {
        ask("case", "核对诊断证明");
        assertThat(page(closed(), clerk).text()).contains("核对诊断证明", "等待批准");

        decide("APPROVED", "", DECIDER, waiting(clerk)).andExpect(redirectedUrl("/desk/minor-access"));

        assertThat(page(desk(), clerk).text()).contains(Children.SCHOOL, "监护人于", "同意处理孩子的个人信息");
        web.perform(get(material()).with(SignedIn.as(clerk))).andExpect(status().isOk());
        Document own = page("/cases/" + number, family.guardian());
        assertThat(own.text()).contains("工作人员查看办件，理由：核对诊断证明", "负责人批准工作人员查阅，理由：核对诊断证明", "下载材料");
    }

    @Test
    void nobody_approves_what_he_asks_for_himself() throws Exception {
        Official both = SignedIn.official("decider." + number, "310101", Role.DECIDER);
        String asked = asked(both, "case", "办理本件");

        assertThat(page("/desk/minor-access", both).select("[name=ask][value=" + asked + "]"))
                .isEmpty();
        decide("APPROVED", "", both, asked).andExpect(status().isForbidden());
        web.perform(get(desk()).with(SignedIn.as(both))).andExpect(redirectedUrl(closed()));

        decide("APPROVED", "", SignedIn.head("310101"), asked);
        web.perform(get(desk()).with(SignedIn.as(both))).andExpect(status().isOk());
    }

    @Test
    void another_organ_s_manager_neither_sees_nor_approves_it() throws Exception {
        String asked = asked(clerk, "case", "办理本件");
        Official elsewhere = SignedIn.decider("310104");

        assertThat(page("/desk/minor-access", elsewhere).select("[value=" + asked + "]"))
                .isEmpty();
        decide("APPROVED", "", elsewhere, asked).andExpect(status().isNotFound());
        decide("APPROVED", "", clerk, asked).andExpect(status().isForbidden());

        web.perform(get(desk()).with(SignedIn.as(clerk))).andExpect(redirectedUrl(closed()));
    }

    @Test
    void an_approval_for_the_item_opens_its_cases_until_its_last_day() throws Exception {
        decide("APPROVED", "", DECIDER, asked(clerk, "item", "办理延缓入学、休学"));
        CaseNumber next = children.filed();

        web.perform(get(desk()).with(SignedIn.as(clerk))).andExpect(status().isOk());
        web.perform(get("/desk/cases/" + next).with(SignedIn.as(clerk))).andExpect(status().isOk());
        time.advance(Duration.ofDays(89));
        web.perform(get(desk()).with(SignedIn.as(clerk))).andExpect(status().isOk());

        time.advance(Duration.ofDays(1));

        web.perform(get(desk()).with(SignedIn.as(clerk))).andExpect(redirectedUrl(closed()));
        assertThat(page(closed(), clerk).text()).contains("批准已经到期");
    }

    @Test
    void an_approval_for_one_case_opens_no_other_and_none_of_a_colleague() throws Exception {
        decide("APPROVED", "", DECIDER, asked(clerk, "case", "办理本件"));
        CaseNumber other = children.filed();
        Official colleague = SignedIn.official("colleague." + number, "310101", Role.CLERK);

        web.perform(get("/desk/cases/" + other).with(SignedIn.as(clerk)))
                .andExpect(redirectedUrl("/desk/cases/" + other + "/minor-access"));
        web.perform(get(desk()).with(SignedIn.as(colleague))).andExpect(redirectedUrl(closed()));
        time.advance(Duration.ofDays(30));
        web.perform(get(desk()).with(SignedIn.as(clerk))).andExpect(redirectedUrl(closed()));
    }

    @Test
    void taken_back_it_closes_at_once() throws Exception {
        String asked = asked(clerk, "item", "办理延缓入学、休学");
        decide("APPROVED", "", DECIDER, asked);
        web.perform(get(desk()).with(SignedIn.as(clerk))).andExpect(status().isOk());
        assertThat(page("/desk/minor-access/granted", DECIDER).select("form[action*=" + asked + "]"))
                .hasSize(1);

        web.perform(post("/desk/minor-access/" + asked + "/revocation")
                        .with(SignedIn.as(SignedIn.decider("310104")))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(get(desk()).with(SignedIn.as(clerk))).andExpect(status().isOk());
        web.perform(post("/desk/minor-access/" + asked + "/revocation")
                        .with(SignedIn.as(DECIDER))
                        .with(csrf()))
                .andExpect(redirectedUrl("/desk/minor-access/granted"));

        web.perform(get(desk()).with(SignedIn.as(clerk))).andExpect(redirectedUrl(closed()));
        assertThat(page(closed(), clerk).text()).contains("批准已被撤销");
    }

    @Test
    void a_refusal_gives_its_reason_and_leaves_the_case_closed() throws Exception {
        String asked = asked(clerk, "case", "了解情况");

        assertThat(String.valueOf(decide("REFUSED", "", DECIDER, asked)
                        .andReturn()
                        .getFlashMap()
                        .get("late")))
                .contains("请写明理由");
        decide("REFUSED", "不是您承办的办件", DECIDER, asked);

        assertThat(page(closed(), clerk).text()).contains("没有批准，理由：不是您承办的办件");
        web.perform(get(desk()).with(SignedIn.as(clerk))).andExpect(redirectedUrl(closed()));
    }

    @Test
    void a_grown_up_s_case_is_open_to_whoever_handles_it() throws Exception {
        CaseNumber grownUp = filing.filed(TestPerson.unknown());

        web.perform(get("/desk/cases/" + grownUp).with(SignedIn.as(clerk))).andExpect(status().isOk());
        web.perform(get("/desk/cases/" + grownUp + "/minor-access").with(SignedIn.as(clerk)))
                .andExpect(redirectedUrl("/desk/cases/" + grownUp));
    }

    private String desk() {
        return "/desk/cases/" + number;
    }

    private String closed() {
        return desk() + "/minor-access";
    }

    private String material() {
        return desk() + "/files/" + materials.of(number).get(0).reference() + "/original";
    }

    private void ask(String scope, String purpose) throws Exception {
        ask(clerk, scope, purpose);
    }

    private void ask(Official official, String scope, String purpose) throws Exception {
        web.perform(post(closed())
                        .param("scope", scope)
                        .param("purpose", purpose)
                        .with(SignedIn.as(official))
                        .with(csrf()))
                .andExpect(redirectedUrl(closed()));
    }

    /** Id of what this official has just asked. */
    private String asked(Official official, String scope, String purpose) throws Exception {
        ask(official, scope, purpose);
        return waiting(official);
    }

    /** What waits of this official, who asks once in a test. */
    private String waiting(Official official) throws Exception {
        String next = "/desk/minor-access";
        while (!next.isEmpty()) {
            Document page = page(next, SignedIn.official("reader." + number, "310101", Role.HEAD));
            String found = page.select("tr:contains(" + official.account() + ") [name=ask]")
                    .val();
            if (!found.isEmpty()) {
                return found;
            }
            next = page.select("a[rel=next]").attr("href");
        }
        throw new AssertionError("Nothing waits of " + official.account());
    }

    private ResultActions decide(String outcome, String opinion, Official manager, String asked) throws Exception {
        return web.perform(post("/desk/minor-access")
                .param("outcome", outcome)
                .param("opinion", opinion)
                .param("ask", asked)
                .with(SignedIn.as(manager))
                .with(csrf()));
    }

    private Document page(String address, Caller caller) throws Exception {
        return Jsoup.parse(
                text(web.perform(get(address).with(SignedIn.as(caller))).andExpect(status().isOk())));
    }

    private static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
