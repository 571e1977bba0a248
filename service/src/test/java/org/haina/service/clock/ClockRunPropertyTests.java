package org.haina.service.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The licence's decision clock with arbitrary special procedures, against counting day by day. */
class ClockRunPropertyTests {

    @Property(tries = 300)
    void exactly_the_working_days_that_were_not_stopped_count(
            @ForAll("acceptance") LocalDate accepted,
            @ForAll @Size(max = 3) List<@IntRange(min = 0, max = 6) Integer> runs,
            @ForAll @IntRange(min = 0, max = 25) int stopLength,
            @ForAll boolean extended) {
        Story story = new Story("administrative-licence", LimitTerms.ofPolicy());
        story.on(accepted, Moment.ACCEPTED, null);
        List<LocalDate> stopped = new ArrayList<>();
        LocalDate day = accepted;
        for (int run : runs) {
            LocalDate notified = day.plusDays(run);
            day = notified.plusDays(stopLength);
            story.on(notified, Moment.SPECIAL_PROCEDURE_NOTIFIED, "notice")
                    .on(day, Moment.SPECIAL_PROCEDURE_ENDED, null);
            notified.plusDays(1).datesUntil(day.plusDays(1)).forEach(stopped::add);
        }
        if (extended) {
            story.on(day, Moment.EXTENDED, "approval");
        }

        LocalDate due = Objects.requireNonNull(story.due(ClockName.DECISION));

        assertThat(due).isEqualTo(countedOnTheFingers(story, accepted, stopped, extended ? 30 : 20));
    }

    private static LocalDate countedOnTheFingers(Story story, LocalDate from, List<LocalDate> stopped, int number) {
        LocalDate day = from;
        for (int left = number; left > 0; ) {
            day = day.plusDays(1);
            if (story.days.isWorkingDay(day) && !stopped.contains(day)) {
                left--;
            }
        }
        return day;
    }

    @Provide
    Arbitrary<LocalDate> acceptance() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2024, 1, 1).toEpochDay(),
                        LocalDate.of(2026, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
