package org.haina.service.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTests {

    private final WorkingDays days = ShippedCalendar.workingDays();

    @ParameterizedTest(name = "{0} and {1} working days end on {2}")
    @CsvSource({
        "2026-02-13,  1, 2026-02-14",
        "2026-02-14,  1, 2026-02-24",
        "2026-02-12,  5, 2026-02-26",
        "2026-02-23,  1, 2026-02-24",
        "2026-04-30,  5, 2026-05-11",
        "2026-06-18,  1, 2026-06-22",
        "2026-09-18,  5, 2026-09-24",
        "2026-09-18, 20, 2026-10-22",
        "2026-09-30,  1, 2026-10-08",
        "2025-12-31,  5, 2026-01-08",
        "2025-01-24,  5, 2025-02-07",
        "2025-09-26, 10, 2025-10-16",
        "2024-02-08,  5, 2024-02-21",
        "2024-04-03,  3, 2024-04-09",
        "2026-11-23, 20, 2026-12-21",
    })
    void a_period_of_working_days_ends_on_the_known_day(LocalDate from, int number, LocalDate last) {
        assertThat(days.plus(from, number)).isEqualTo(last);
        assertThat(days.plus(from, Limit.workingDays(number))).isEqualTo(last);
        assertThat(days.countBetween(from, last)).isEqualTo(number);
    }

    @ParameterizedTest(name = "{0} has {1} working days")
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void a_year_has_its_known_number_of_working_days(int year, int number) {
        assertThat(days.countBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(number);
    }

    @ParameterizedTest(name = "{0} and {1} natural days end on {2}")
    @CsvSource({
        "2026-11-02, 30, 2026-12-02", // a Wednesday
        "2026-11-05, 30, 2026-12-07", // 5 December is a Saturday
        "2026-09-01, 30, 2026-10-08", // 1 October opens the long holiday
        "2026-01-15, 30, 2026-02-14", // a Saturday that is worked
    })
    void natural_days_that_end_on_a_day_off_move_to_the_next_working_day(LocalDate from, int number, LocalDate last) {
        assertThat(days.plus(from, Limit.naturalDays(number))).isEqualTo(last);
    }

    @ParameterizedTest(name = "{0} and {1} months end on {2}")
    @CsvSource({
        "2026-03-16, 3, 2026-06-16",
        "2025-11-30, 3, 2026-02-28", // no 30 February: month end, a Saturday that is worked
        "2026-05-31, 1, 2026-06-30",
        "2026-07-03, 3, 2026-10-08", // 3 October is a holiday
    })
    void months_end_on_the_same_day_or_the_months_end(LocalDate from, int number, LocalDate last) {
        assertThat(days.plus(from, Limit.months(number))).isEqualTo(last);
    }

    @Test
    void a_year_as_limit_ends_on_the_same_date() {
        assertThat(days.plus(LocalDate.of(2025, 3, 3), new Limit(1, LimitUnit.YEARS)))
                .isEqualTo("2026-03-03");
    }

    @Test
    void a_date_that_needs_2027_is_provisional() {
        LocalDate today = LocalDate.of(2026, 11, 23);

        assertThat(days.touchesProvisional(today, LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(days.touchesProvisional(today, LocalDate.of(2027, 1, 4))).isTrue();
        assertThat(days.touchesProvisional(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 4)))
                .isTrue();
    }

    @Test
    void a_year_nobody_published_counts_weekends_only_and_is_provisional() {
        LocalDate newYear = LocalDate.of(2031, 1, 1);

        assertThat(days.isWorkingDay(newYear)).isTrue();
        assertThat(days.isWorkingDay(LocalDate.of(2031, 1, 4))).isFalse();
        assertThat(days.touchesProvisional(newYear.minusDays(1), newYear)).isTrue();
    }

    @Test
    void the_count_is_negative_for_a_day_that_has_passed() {
        assertThat(days.countBetween(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 19)))
                .isEqualTo(-2);
    }

    @Test
    void every_day_of_a_limit_is_explained() {
        var lines = days.explain(LocalDate.of(2026, 2, 12), Limit.workingDays(5));

        assertThat(lines).hasSize(14);
        assertThat(lines.stream()
                        .filter(line -> line.number() > 0)
                        .map(line -> line.number() + " " + line.date() + " " + line.reason())
                        .collect(Collectors.toList()))
                .containsExactly(
                        "1 2026-02-13 工作日，计入",
                        "2 2026-02-14 调休上班，计入",
                        "3 2026-02-24 工作日，计入",
                        "4 2026-02-25 工作日，计入",
                        "5 2026-02-26 工作日，计入");
        assertThat(lines.get(2).reason()).isEqualTo("节假日，不计入");
    }

    @Test
    void the_days_by_which_article_203_moves_the_end_are_named() {
        var lines = days.explain(LocalDate.of(2026, 11, 5), Limit.naturalDays(30));

        assertThat(lines).hasSize(32);
        assertThat(lines.get(29).number()).isEqualTo(30);
        assertThat(lines.get(31).number()).isZero();
        assertThat(lines.get(31).date()).isEqualTo("2026-12-07");
        assertThat(lines.get(31).reason()).contains("第二百零三条");
    }

    @Test
    void a_limit_has_bounds() {
        assertThatThrownBy(() -> Limit.workingDays(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> days.plus(LocalDate.of(2026, 1, 1), -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
