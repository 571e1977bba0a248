package org.haina.service.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.SignedIn;
import org.haina.service.closing.Withdrawals;
import org.haina.service.keys.CaseNumber;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** 好差评: five levels, 1 the best (GB/T 39046-2020). */
@ServiceTest
class RatingTests {

    private static final String WORDS = "窗口说得很清楚，\n下次还在网上办。";

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    Ratings ratings;

    @Autowired
    JdbcClient jdbc;

    private Citizen citizen;
    private CaseNumber number;

    @BeforeEach
    void a_closed_case() {
        TestPerson person = TestPerson.unknown();
        citizen = filing.citizen(person);
        number = filing.filed(person);
        withdrawals.withdraw(number, citizen, "以后再申请");
    }

    @Test
    void the_page_offers_the_five_levels_and_no_other() throws Exception {
        Document page = page();

        assertThat(page.select("input[type=radio][name=level]").eachAttr("value"))
                .containsExactly("1", "2", "3", "4", "5");
        assertThat(page.select("label:has(input[name=level])").eachText())
                .containsExactly("非常满意", "满意", "基本满意", "不满意", "非常不满意");
    }

    @ParameterizedTest
    @CsvSource({
        "1, VERY_SATISFIED, 非常满意, 一次就办好, 填写简单",
        "2, SATISFIED, 满意, 材料很少, 比承诺的快",
        "3, FAIR, 基本满意, 说明清楚, 等的时间长",
        "4, DISSATISFIED, 不满意, 填写麻烦, 材料太多",
        "5, VERY_DISSATISFIED, 非常不满意, 说明看不懂, 要求和指南不一致"
    })
    void a_rating_is_kept_as_it_was_given(String code, Level level, String label, String reason, String another)
            throws Exception {
        rate(code, WORDS, reason, another).andExpect(redirectedUrl("/cases/" + number + "/rating"));

        assertThat(ratings.find(number))
                .contains(new Rating(level, List.of(reason, another), WORDS, MovableClock.START));
        assertThat(stored()).contains(Integer.parseInt(code));
        Document page = page();
        assertThat(page.select("[role=status] strong").text()).isEqualTo(label);
        assertThat(page.select("[role=status]").text()).contains(reason + "、" + another, "下次还在网上办");
        assertThat(page.select("form[action$=/rating]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "0", "-1", "1.0", "01", " 1", "VERY_SATISFIED", ""})
    void any_other_level_is_refused_and_what_was_written_stays(String code) throws Exception {
        Document refused = document(rate(code, WORDS, "填写简单").andExpect(status().isOk()));

        assertThat(refused.title()).startsWith("错误：");
        assertThat(refused.select("#errors").text()).contains("请选择满意程度");
        assertThat(refused.select("textarea[name=words]").val()).isEqualTo(WORDS);
        assertThat(stored()).isEmpty();
    }

    @Test
    void words_may_be_500_characters_long_and_not_one_more() throws Exception {
        Document refused = document(rate("2", "好".repeat(501), "说明清楚").andExpect(status().isOk()));
        assertThat(refused.select("#errors").text()).contains("意见最多 500 个字，现在有 501 个字");
        assertThat(stored()).isEmpty();

        rate("2", "好".repeat(500), "说明清楚").andExpect(redirectedUrl("/cases/" + number + "/rating"));

        assertThat(ratings.find(number).orElseThrow().words()).hasSize(500);
    }

    private ResultActions rate(String level, String words, String... reasons) throws Exception {
        return web.perform(post("/cases/" + number + "/rating")
                .param("level", level)
                .param("words", words)
                .param("reason", reasons)
                .with(csrf())
                .with(SignedIn.as(citizen)));
    }

    private Optional<Integer> stored() {
        return jdbc.sql("select level from rating where case_number = ?")
                .param(number.value())
                .query(Integer.class)
                .optional();
    }

    private Document page() throws Exception {
        return document(web.perform(get("/cases/" + number + "/rating").with(SignedIn.as(citizen)))
                .andExpect(status().isOk()));
    }

    private static Document document(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
