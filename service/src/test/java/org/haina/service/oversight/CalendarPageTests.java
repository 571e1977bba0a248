package org.haina.service.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.haina.service.ServiceTest;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.calendar.WorkingDays;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ServiceTest
class CalendarPageTests {

    private static final Caller.Official OPERATOR = SignedIn.official("operator.years", "310000", Role.OPERATOR);
    private static final LocalDate DAY_OFF = LocalDate.parse("2088-05-04");
    private static final LocalDate SATURDAY = LocalDate.parse("2088-05-08");
    private static final String YEAR =
            """
            {"2088": {"status": "official", "source": ["https://example.gov.example/2088"],
              "holidays": ["2088-05-04"], "workdays": ["2088-05-08"], "statutory": ["2088-05-04"]}}
            """;

    @Autowired
    MockMvc web;

    @Autowired
    WorkingDays days;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_year_is_looked_at_before_it_is_published_and_published_once() throws Exception {
        long before = version();

        Document check = parsed(upload(YEAR).andExpect(status().isOk()));
        assertThat(check.select("li").text()).contains("2088年5月4日", "改为休息", "2088年5月8日", "改为上班");
        assertThat(version()).as("nothing is published by looking").isEqualTo(before);
        assertThat(days.isWorkingDay(DAY_OFF)).isTrue();

        String text = check.select("input[name=text]").val();
        publish(text).andExpect(redirectedUrl("/oversight/calendar?version=" + (before + 1)));
        assertThat(days.isWorkingDay(DAY_OFF)).isFalse();
        assertThat(days.isWorkingDay(SATURDAY)).isTrue();
        publish(text).andExpect(redirectedUrl("/oversight/calendar"));
        assertThat(version()).as("a second click publishes nothing").isEqualTo(before + 1);

        Document page = page("?version=" + (before + 1));
        assertThat(page.select("#moved-title").text()).isNotEmpty();
        assertThat(page.select("table.list").last().select("tr:contains(2088年)").text())
                .contains("正式", "operator.years");
        assertThat(page.select("table.list").last().select("tr:contains(2026年)").text())
                .contains("随版本发布");
        Document again = parsed(upload(YEAR));
        assertThat(again.text()).contains("与现行日历相同，不用发布");
        assertThat(again.select("input[name=text]")).as("nothing to publish").isEmpty();
        assertThat(jdbc.sql("select count(*) from audit_entry where actor = 'operator.years'"
                                + " and action = 'calendar.published'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|日历文件格式不正确",
                "{}|没有年份",
                "''|请选择日历文件",
                "{\"2087\":{}}|2087 年缺少",
                "{\"2087\":{\"status\":\"official\",\"source\":[\"x\"],\"holidays\":[\"2086-05-01\"],\"workdays\":[],\"statutory\":[]}}|不属于 2087 年"
            })
    void a_wrong_file_is_told_at_its_field_and_publishes_nothing(String text, String told) throws Exception {
        long before = version();

        Document page = parsed(upload(text).andExpect(status().isUnprocessableEntity()));

        assertThat(page.select("#file-error").text()).contains(told, "重新上传");
        assertThat(page.select("#file").attr("aria-describedby")).contains("file-error");
        publish(text).andExpect(status().isUnprocessableEntity());
        assertThat(version()).isEqualTo(before);
    }

    @Test
    void a_file_that_is_too_large_is_refused() throws Exception {
        Document page = parsed(upload(" ".repeat(200_001)).andExpect(status().isUnprocessableEntity()));

        assertThat(page.select("#file-error").text()).contains("最多 200 kB");
    }

    @Test
    void nobody_else_publishes() throws Exception {
        web.perform(post("/oversight/calendar")
                        .param("text", YEAR)
                        .with(SignedIn.as(SignedIn.clerk("310101")))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    private ResultActions upload(String text) throws Exception {
        return web.perform(multipart("/oversight/calendar/check")
                .file(new MockMultipartFile(
                        "file", "2088.json", "application/json", text.getBytes(StandardCharsets.UTF_8)))
                .with(SignedIn.as(OPERATOR))
                .with(csrf()));
    }

    private ResultActions publish(String text) throws Exception {
        return web.perform(post("/oversight/calendar")
                .param("text", text)
                .with(SignedIn.as(OPERATOR))
                .with(csrf()));
    }

    private Document page(String query) throws Exception {
        return parsed(web.perform(get("/oversight/calendar" + query).with(SignedIn.as(OPERATOR)))
                .andExpect(status().isOk()));
    }

    private static Document parsed(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private long version() {
        return jdbc.sql("select max(version) from calendar_year")
                .query(Long.class)
                .single();
    }
}
