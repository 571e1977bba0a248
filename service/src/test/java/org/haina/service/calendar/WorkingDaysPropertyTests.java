package org.haina.service.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The arithmetic against a reference that walks day by day over the raw data file. */
class WorkingDaysPropertyTests {

    private static final Set<String> HOLIDAYS = listed("holidays");
    private static final Set<String> WORKDAYS = listed("workdays");

    private final WorkingDays days = ShippedCalendar.workingDays();

    @Property
    void adding_working_days_agrees_with_counting_on_the_fingers(
            @ForAll("dates") LocalDate from, @ForAll @IntRange(min = 1, max = 120) int number) {
        LocalDate day = from;
        for (int left = number; left > 0; left -= worked(day) ? 1 : 0) {
            day = day.plusDays(1);
        }

        assertThat(days.plus(from, number)).isEqualTo(day);
    }

    @Property
    void counting_is_the_inverse_of_adding(
            @ForAll("dates") LocalDate from, @ForAll @IntRange(min = 1, max = 120) int number) {
        LocalDate last = days.plus(from, number);

        assertThat(days.countBetween(from, last)).isEqualTo(number);
        assertThat(days.countBetween(last, from)).isEqualTo(-number);
        assertThat(days.explain(from, Limit.workingDays(number)).stream().filter(line -> line.number() > 0))
                .hasSize(number);
    }

    @Property
    void a_limit_in_two_parts_ends_like_one(
            @ForAll("dates") LocalDate from,
            @ForAll @IntRange(min = 1, max = 60) int first,
            @ForAll @IntRange(min = 1, max = 60) int second) {
        assertThat(days.plus(days.plus(from, first), second)).isEqualTo(days.plus(from, first + second));
    }

    @Property
    void every_limit_ends_on_a_working_day_not_before_its_plain_end(
            @ForAll("dates") LocalDate from, @ForAll LimitUnit unit, @ForAll @IntRange(min = 1, max = 12) int number) {
        Limit limit = new Limit(number, unit);

        assertThat(worked(days.plus(from, limit))).isTrue();
        assertThat(days.plus(from, limit)).isAfterOrEqualTo(days.unmoved(from, limit));
        assertThat(days.countBetween(days.unmoved(from, limit), days.plus(from, limit)))
                .isBetween(0, 1);
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2024, 1, 1).toEpochDay(),
                        LocalDate.of(2027, 6, 30).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static boolean worked(LocalDate day) {
        boolean weekend = day.getDayOfWeek().getValue() > 5;
        return !HOLIDAYS.contains(day.toString()) && (!weekend || WORKDAYS.contains(day.toString()));
    }

    private static Set<String> listed(String field) {
        try (var json = WorkingDaysPropertyTests.class.getResourceAsStream("holidays-cn.json")) {
            Set<String> found = new HashSet<>();
            for (JsonNode year : new ObjectMapper().readTree(json)) {
                year.get(field).forEach(day -> found.add(day.asText()));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
