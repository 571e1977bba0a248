package org.haina.service.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haina.processes.Window;
import org.haina.processes.Window.Round;
import org.haina.service.calendar.WorkingDays;
import org.haina.service.catalog.Catalog;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Lives through the working days before today, so that limits, time lines and due dates are those of an office that
 * works for weeks. Legal time is moved; the log keeps real time.
 */
@DemoOnly
class DemoPast {

    private static final int LONGEST = 16;
    private static final Duration BETWEEN_STEPS = Duration.ofMinutes(13);

    private final ObjectProvider<DemoClock> clock;
    private final WorkingDays calendar;
    private final Catalog catalog;
    private final DemoContent content;

    DemoPast(ObjectProvider<DemoClock> clock, WorkingDays calendar, Catalog catalog, DemoContent content) {
        this.clock = clock;
        this.calendar = calendar;
        this.catalog = catalog;
        this.content = content;
    }

    /** Ends with legal time at the present, whatever happens. Without a clock that can be moved nothing is done. */
    void live(List<DemoCase> plan) throws InterruptedException {
        DemoClock time = clock.getIfAvailable();
        if (time == null) {
            return;
        }
        try {
            List<LocalDate> days = days(LocalDate.now(time));
            for (int i = 0; i < days.size(); i++) {
                time.moveTo(days.get(i).atTime(9, 2));
                content.day(filed(plan, days.size() - i, days.size()), () -> time.pass(BETWEEN_STEPS));
            }
        } finally {
            time.comeBack();
        }
    }

    /** Who has applied by then; what was planned before the first day is filed on it. */
    private static List<DemoCase> filed(List<DemoCase> plan, int ago, int longest) {
        return plan.stream()
                .filter(planned -> Math.min(planned.daysAgo(), longest) >= ago)
                .toList();
    }

    /** Oldest first, without today; none before the round opened, since nothing could be filed then. */
    private List<LocalDate> days(LocalDate today) {
        LocalDate first = opened(today).orElse(LocalDate.MIN);
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = today.minusDays(1);
                days.size() < LONGEST && !day.isBefore(first);
                day = day.minusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                days.add(0, day);
            }
        }
        return days;
    }

    private Optional<LocalDate> opened(LocalDate today) {
        Window window = catalog.current(DemoCase.TEACHERS).definition().window();
        return Optional.ofNullable(window)
                .flatMap(rounds -> rounds.openOn(today))
                .map(Round::opens);
    }
}
