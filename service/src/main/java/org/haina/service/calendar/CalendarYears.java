package org.haina.service.calendar;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Publication of calendar years at run time. Every version stays; the newest of a year is in force. */
@Service
public class CalendarYears {

    private final CalendarTables tables;
    private final CalendarCache cache;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    CalendarYears(CalendarTables tables, CalendarCache cache, Audit audit, ApplicationEventPublisher events) {
        this.tables = tables;
        this.cache = cache;
        this.audit = audit;
        this.events = events;
    }

    /** The years as they count now, the latest first. */
    public List<YearInForce> inForce() {
        return tables.inForce();
    }

    /** What {@link #publish} would do with this text; publishes nothing. */
    public Publication examine(String json) {
        return judged(json, tables.read(), (years, before) -> {
            CalendarSnapshot then = before.with(years);
            return new Publication.Possible(years.stream()
                    .map(year -> YearChange.of(year, before, then))
                    .toList());
        });
    }

    /**
     * Publishes or corrects years; what listens to {@link CalendarYearPublished} recounts in the same transaction.
     *
     * @param json an object of years by number, in the format of the shipped data; at most 200,000 characters
     * @param author who publishes
     */
    @Transactional
    public Publication publish(String json, String author) {
        tables.lock();
        return judged(json, tables.read(), (years, before) -> published(years, author));
    }

    private static Publication judged(
            String json, CalendarSnapshot before, BiFunction<List<CalendarYear>, CalendarSnapshot, Publication> then) {
        List<CalendarYear> years;
        try {
            years = CalendarReader.read(json);
        } catch (IllegalArgumentException e) {
            return new Publication.Refused(String.valueOf(e.getMessage()));
        }
        if (years.isEmpty()) {
            return new Publication.Refused("日历文件中没有年份");
        }
        return years.stream()
                .filter(year -> year.isProvisional() && !before.isProvisional(year.year()))
                .findFirst()
                .<Publication>map(year -> new Publication.Refused(year.year() + " 年已有正式日历，不能改回暂定"))
                .orElseGet(() -> before.holds(years)
                        ? new Publication.Unchanged(before.version(), numbers(years))
                        : then.apply(years, before));
    }

    private static List<Integer> numbers(List<CalendarYear> years) {
        return years.stream().map(CalendarYear::year).sorted().toList();
    }

    private Publication published(List<CalendarYear> years, String author) {
        years.forEach(year -> tables.store(year, author));
        CalendarSnapshot now = tables.read();
        events.publishEvent(new CalendarYearPublished(now.version(), new WorkingDays(() -> now)));
        List<Integer> numbers = numbers(years);
        audit.record(new AuditEntry(
                author, "calendar.published", "calendar:" + now.version(), null, Map.of("years", numbers.toString())));
        return new Publication.Published(now.version(), numbers);
    }

    @TransactionalEventListener
    void useAtOnceHere(CalendarYearPublished published) {
        cache.refresh();
    }

    /** What became of an uploaded calendar. */
    public sealed interface Publication {

        /** In force; {@code version} names it in the records of moved deadlines. */
        record Published(long version, List<Integer> years) implements Publication {}

        /** Nothing was stored: {@code version} holds the same years already, so publishing twice publishes once. */
        record Unchanged(long version, List<Integer> years) implements Publication {}

        /** Nothing was stored yet; this is what would change, by year. */
        record Possible(List<YearChange> changes) implements Publication {}

        /** Nothing was stored; {@code reason} is Chinese, for the operator. */
        record Refused(String reason) implements Publication {}
    }
}
