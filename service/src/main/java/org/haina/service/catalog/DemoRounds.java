package org.haina.service.catalog;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.haina.processes.ItemDefinition;
import org.haina.processes.Window;
import org.haina.processes.Window.Round;

/**
 * A demonstration can be tried on any day: where an item has rounds and none is open, the days of this month between its
 * rounds become one. Last month's stays known, because cases filed then still ask for their round.
 */
final class DemoRounds implements UnaryOperator<ItemDefinition> {

    private final Clock clock;

    DemoRounds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ItemDefinition apply(ItemDefinition item) {
        LocalDate today = LocalDate.now(clock);
        Window window = item.window();
        if (window == null || window.openOn(today).isPresent()) {
            return item;
        }
        // Real rounds come first: of two that are open on a day the first counts.
        List<Round> rounds = new ArrayList<>(window.rounds());
        rounds.add(around(today, window));
        rounds.add(month(YearMonth.from(today).minusMonths(1)));
        return new Window(rounds).insteadOfThoseOf(item);
    }

    private static Round around(LocalDate today, Window window) {
        Round whole = month(YearMonth.from(today));
        LocalDate opens = Stream.concat(
                        window.rounds().stream()
                                .map(round -> round.closes().plusDays(1))
                                .filter(day -> !day.isAfter(today)),
                        Stream.of(whole.opens()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate closes = window.nextAfter(today)
                .map(round -> round.opens().minusDays(1))
                .filter(day -> day.isBefore(whole.closes()))
                .orElse(whole.closes());
        return new Round(whole.name(), opens, closes);
    }

    private static Round month(YearMonth month) {
        return new Round(
                "演示轮次%d年%d月".formatted(month.getYear(), month.getMonthValue()), month.atDay(1), month.atEndOfMonth());
    }
}
