package org.haina.service.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.keys.CaseNumber;
import org.haina.service.workflow.StuckJob;
import org.haina.service.workflow.StuckSteps;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Two cases are stuck at making their certificate: operators see them, retry them, and read what became of it. */
@ServiceTest
class StuckPageTests {

    private static final Caller.Official OPERATOR = SignedIn.official("operator.city", "310000", Role.OPERATOR);
    private static final Caller.Official OTHER = SignedIn.official("operator.other", "310000", Role.OPERATOR);
    private static final String PAGE = "/oversight/stuck";

    @Autowired
    MockMvc web;

    @Autowired
    StuckCases stuck;

    @Autowired
    StuckSteps steps;

    @Autowired
    JdbcClient jdbc;

    private TestPerson person;
    private CaseNumber first;
    private CaseNumber second;

    @BeforeEach
    void two_stuck_cases() throws Exception {
        person = stuck.person();
        first = stuck.stuck(person);
        second = stuck.stuck(stuck.person());
    }

    @AfterEach
    void none_stays_stuck() throws Exception {
        for (CaseNumber number : List.of(first, second)) {
            stuck.repair(number);
            if (!steps.of(number).isEmpty()) {
                retry(OPERATOR, Map.of("only", stuck.seen(number)));
            }
            stuck.awaitGranted(number);
        }
    }

    @Test
    void the_operator_reads_what_is_stuck_where_since_when_and_why_and_nothing_of_the_applicant() throws Exception {
        Document page = page(PAGE);

        assertThat(page.select("form tr:contains(" + first + ")").text())
                .contains("教师资格认定", "海纳示范黄浦区教育局", "制证并签章", "no value for holder.birthDate")
                .containsPattern("2026年\\S+.* 3 Cannot print");
        assertThat(page.text()).doesNotContain(person.name(), person.idNumber());
        assertThat(page("/oversight/outbound")
                        .select("nav a[href=" + PAGE + "]")
                        .text())
                .isEqualTo("卡住的办件（%d）".formatted(steps.count()));
    }

    @Test
    void a_retry_before_the_repair_fails_again_and_after_it_the_case_ends() throws Exception {
        String seen = stuck.seen(first);
        assertThat(told(retry(OPERATOR, Map.of("only", seen)))).containsExactly("已安排重试 1 件，结果见本页“最近的重试”。");
        stuck.awaitStuck(first);

        Document page = page(PAGE);
        assertThat(page.select("form tr:contains(" + first + ") td[data-label=已试次数]")
                        .text())
                .isEqualTo("6");
        assertThat(outcome(page, first)).isEqualTo("又失败了，见上表");
        assertThat(told(retry(OTHER, Map.of("only", seen))))
                .as("an old page")
                .containsExactly("1 件没有重试：已由他人重试，或者已不再卡住。");

        stuck.repair(first);
        retry(OPERATOR, Map.of("only", stuck.seen(first)));
        stuck.awaitGranted(first);

        page = page(PAGE);
        assertThat(page.select("form tr:contains(" + first + ")")).isEmpty();
        assertThat(outcome(page, first)).isEqualTo("已不再卡住");
        assertThat(audited(first)).containsExactly("operator.city", "operator.city");
    }

    @Test
    void of_two_operators_who_press_at_once_one_retries() throws Exception {
        stuck.repair(first);
        String seen = stuck.seen(first);

        var answers = Stream.of(OPERATOR, OTHER, OPERATOR, OTHER)
                .map(who -> CompletableFuture.supplyAsync(() -> retry(who, Map.of("only", seen))))
                .toList();

        assertThat(answers.stream().flatMap(answer -> told(answer.join()).stream()))
                .containsExactlyInAnyOrder(
                        "已安排重试 1 件，结果见本页“最近的重试”。",
                        "1 件没有重试：已由他人重试，或者已不再卡住。",
                        "1 件没有重试：已由他人重试，或者已不再卡住。",
                        "1 件没有重试：已由他人重试，或者已不再卡住。");
        stuck.awaitGranted(first);
        assertThat(audited(first)).hasSize(1);
    }

    @Test
    void those_ticked_are_retried_or_all_that_were_listed() throws Exception {
        stuck.repair(first);
        stuck.repair(second);
        String listed = stuck.seen(first) + "," + stuck.seen(second);

        assertThat(told(retry(OPERATOR, Map.of("listed", listed)))).containsExactly("没有选择办件。请勾选要重试的办件。");
        assertThat(audited(first)).isEmpty();
        assertThat(told(retry(OPERATOR, Map.of("listed", listed, "step", stuck.seen(first)))))
                .containsExactly("已安排重试 1 件，结果见本页“最近的重试”。");
        stuck.awaitGranted(first);
        assertThat(audited(second)).isEmpty();
        assertThat(told(retry(OPERATOR, Map.of("listed", listed, "all", "1"))))
                .containsExactlyInAnyOrder("已安排重试 1 件，结果见本页“最近的重试”。", "1 件没有重试：已由他人重试，或者已不再卡住。");
        stuck.awaitGranted(second);
    }

    @Test
    void pages_follow_each_other_and_the_last_says_so() throws Exception {
        StuckJob one = steps.of(first).get(0);
        StuckJob other = steps.of(second).get(0);

        assertThat(page(after(one)).select("form td[data-label=办件编号]").eachText())
                .contains(second.value())
                .doesNotContain(first.value());
        assertThat(page(after(other)).select("form td[data-label=办件编号]").eachText())
                .doesNotContain(first.value(), second.value());
        assertThat(page(PAGE + "?after=9999999999999.f").select("main").text()).contains("后面没有更多了。");
        assertThat(page(PAGE + "?after=x").select("form tr:contains(" + first + ")"))
                .hasSize(1);
    }

    private static String after(StuckJob step) {
        return PAGE + "?after=" + step.since().toEpochMilli() + "." + step.job();
    }

    private static String outcome(Document page, CaseNumber number) {
        return page.select("section tr:contains(" + number + ") td[data-label=结果]")
                .text();
    }

    private List<String> audited(CaseNumber number) {
        return jdbc.sql("select actor from audit_entry where case_number = ? and action = 'step.retry' order by id")
                .param(number.value())
                .query(String.class)
                .list();
    }

    private Map<String, ?> retry(Caller.Official operator, Map<String, String> form) {
        MockHttpServletRequestBuilder request = post(PAGE + "/retry");
        form.forEach((name, value) -> request.param(name, value.split(",")));
        try {
            return web.perform(request.with(SignedIn.as(operator)).with(csrf()))
                    .andExpect(redirectedUrl(PAGE))
                    .andReturn()
                    .getFlashMap();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> told(Map<String, ?> flash) {
        return flash.values().stream().map(String::valueOf).toList();
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(web.perform(get(address).with(SignedIn.as(OPERATOR)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
