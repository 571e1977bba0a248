package org.haina.service.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.haina.processes.ItemDefinition;
import org.haina.processes.ItemLimits.Period;
import org.haina.processes.ItemLimits.Unit;
import org.haina.processes.Window.Round;
import org.haina.service.calendar.Limit;
import org.haina.service.calendar.WorkingDays;
import org.haina.service.clock.LimitTerms;
import org.jspecify.annotations.Nullable;

/** An item's limits in the clock's words. */
public final class CaseTerms {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private CaseTerms() {}

    /**
     * What is promised at once is no limit: nothing of it is left to count when a person has to take over, whose limit is
     * the law's.
     *
     * @param receivedAt decides which round the case belongs to
     */
    public static LimitTerms of(ItemDefinition item, Instant receivedAt) {
        var decision = item.limits().decision();
        return new LimitTerms(
                limit(item.limits().notice()),
                limit(item.limits().correction()),
                limit(decision.statutory(), decision.unit()),
                decision.promised() == 0 ? null : limit(decision.promised(), decision.unit()),
                limit(item.limits().delivery()),
                limit(item.limits().laterCheck()),
                limit(item.limits().deferral()),
                limit(item.limits().rectification()),
                windowEnd(item, LocalDate.ofInstant(receivedAt, SHANGHAI)));
    }

    /** The last day of a period that begins on a day. */
    public static LocalDate lastDay(Period period, LocalDate from, WorkingDays days) {
        return days.plus(from, limit(period.length(), period.unit()));
    }

    private static @Nullable LocalDate windowEnd(ItemDefinition item, LocalDate day) {
        return Optional.ofNullable(item.window())
                .flatMap(window -> window.openOn(day))
                .map(Round::closes)
                .orElse(null);
    }

    private static @Nullable Limit limit(@Nullable Period period) {
        return period == null ? null : limit(period.length(), period.unit());
    }

    private static Limit limit(int length, Unit unit) {
        return switch (unit) {
            case WORKING_DAYS -> Limit.workingDays(length);
            case NATURAL_DAYS -> Limit.naturalDays(length);
            case MONTHS -> Limit.months(length);
        };
    }
}
