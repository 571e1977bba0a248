package org.haina.service.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.haina.service.ServiceTest;
import org.haina.service.calendar.CalendarYears.Publication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uses years far ahead, so that no other test's dates move. */
@ServiceTest
class CalendarYearsTests {

    @Autowired
    CalendarYears years;

    @Autowired
    WorkingDays days;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_years_of_the_release_are_there_after_the_first_start() {
        assertThat(days.plus(LocalDate.of(2026, 9, 18), 20)).isEqualTo("2026-10-22");
        assertThat(days.touchesProvisional(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
                .isFalse();
    }

    @Test
    void a_published_year_counts_at_once_and_raises_the_version() {
        LocalDate eve = LocalDate.of(2070, 4, 30); // a Wednesday
        long before = days.version();
        assertThat(days.plus(eve, 1)).isEqualTo("2070-05-01");

        Publication outcome = years.publish(
                year(
                        2070,
                        "official",
                        "\"https://example.org/2070\"",
                        "\"2070-05-01\",\"2070-05-02\"",
                        "\"2070-05-03\""),
                "operator");

        assertThat(outcome).isInstanceOf(Publication.Published.class);
        assertThat(days.version()).isGreaterThan(before);
        assertThat(days.plus(eve, 1)).isEqualTo("2070-05-03");
        assertThat(days.kind(LocalDate.of(2070, 5, 3))).isEqualTo(DayKind.MAKE_UP_DAY);
        assertThat(days.touchesProvisional(eve, eve.plusDays(9))).isFalse();
    }

    @Test
    void a_correction_keeps_the_earlier_version() {
        years.publish(year(2071, "official", "\"https://example.org/1\"", "\"2071-01-01\"", ""), "operator");
        years.publish(
                year(2071, "official", "\"https://example.org/2\"", "\"2071-01-01\",\"2071-01-02\"", ""), "operator");

        assertThat(days.isWorkingDay(LocalDate.of(2071, 1, 2))).isFalse();
        assertThat(jdbc.sql("select count(*) from calendar_year where year = 2071")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThatThrownBy(() -> jdbc.sql("update calendar_year set author = 'x' where year = 2071")
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void the_same_year_is_published_once_and_a_corrected_source_is_a_new_version() {
        String first = year(2074, "official", "\"https://example.org/1\"", "\"2074-01-01\"", "");
        Publication published = years.publish(first, "operator");
        long version = days.version();

        assertThat(published).isEqualTo(new Publication.Published(version, List.of(2074)));
        assertThat(years.publish(first, "another")).isEqualTo(new Publication.Unchanged(version, List.of(2074)));
        assertThat(years.publish(year(2074, "official", "\"https://example.org/2\"", "\"2074-01-01\"", ""), "operator"))
                .isInstanceOf(Publication.Published.class);
    }

    @Test
    void a_notice_may_reach_back_into_the_december_before() {
        years.publish(
                year(2073, "official", "\"https://example.org\"", "\"2072-12-30\",\"2073-01-01\"", "\"2072-12-31\""),
                "operator");

        assertThat(days.kind(LocalDate.of(2072, 12, 30))).isEqualTo(DayKind.HOLIDAY); // a Friday
        assertThat(days.kind(LocalDate.of(2072, 12, 31))).isEqualTo(DayKind.MAKE_UP_DAY);
    }

    @Test
    void an_official_year_does_not_become_provisional_again() {
        assertThat(years.publish(year(2026, "provisional", "", "", ""), "operator"))
                .isEqualTo(new Publication.Refused("2026 年已有正式日历，不能改回暂定"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {                                                                                                      | 格式不正确
                    {}                                                                                                     | 没有年份
                    {"2075":{"status":"official","source":[],"holidays":[],"workdays":[],"statutory":[]}}                  | 必须注明来源
                    {"2075":{"status":"provisional","source":[],"holidays":["2076-01-01"],"workdays":[],"statutory":[]}}   | 不属于 2075 年
                    {"2075":{"status":"provisional","source":[],"holidays":["2075-02-30"],"workdays":[],"statutory":[]}}   | “2075-02-30”不是日历上有的日期
                    {"2075":{"status":"provisional","source":[],"holidays":[null],"workdays":[],"statutory":[]}}           | 日期为空
                    {"2075":{"status":"provisional","source":[],"holidays":[],"workdays":["2075-01-01"],"statutory":[]}}   | 不是周末
                    {"2075":{"status":"provisional","source":[],"holidays":["2075-01-05"],"workdays":["2075-01-05"],"statutory":[]}} | 既是节假日又是调休上班日
                    {"2075":{"status":"provisional","source":[],"holidays":[],"workdays":[],"statutory":["2075-01-01"]}}   | 不在放假日期中
                    {"2075":{"status":"provisional","source":[],"holidays":[],"workdays":[]}}                              | 缺少 statutory
                    {"2075":{"status":"provisional","source":[],"holidays":[],"workdays":[],"statutory":[],"author":"x"}}  | 格式不正确
                    {"2075":null}                                                                                          | 缺少 内容
                    {"1999":{"status":"provisional","source":[],"holidays":[],"workdays":[],"statutory":[]}}               | 超出日历范围
                    """)
    void a_calendar_that_contradicts_itself_is_refused_in_words(String json, String reason) {
        assertThat(years.publish(json, "operator"))
                .isInstanceOfSatisfying(Publication.Refused.class, refused -> assertThat(refused.reason())
                        .contains(reason));
        assertThat(days.touchesProvisional(LocalDate.of(2075, 1, 1), LocalDate.of(2075, 12, 31)))
                .isTrue();
    }

    private static String year(int year, String status, String source, String holidays, String workdays) {
        return """
                {"%d": {"status": "%s", "source": [%s], "holidays": [%s], "workdays": [%s], "statutory": []}}
                """
                .formatted(year, status, source, holidays, workdays);
    }
}
