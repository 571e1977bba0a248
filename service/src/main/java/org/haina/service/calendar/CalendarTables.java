package org.haina.service.calendar;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The years in the database. */
@Repository
class CalendarTables {

    private static final String CURRENT =
            "select distinct on (year) version, year, status, source from calendar_year order by year, version desc";

    private final JdbcClient jdbc;
    private final Clock clock;

    CalendarTables(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One publication at a time, so that versions become visible in their order. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('haina.calendar'))").query(row -> {});
    }

    long version() {
        return jdbc.sql("select coalesce(max(version), 0) from calendar_year")
                .query(Long.class)
                .single();
    }

    CalendarSnapshot read() {
        Map<Long, Map<String, Set<LocalDate>>> days = new HashMap<>();
        jdbc.sql("select d.version, d.day, d.kind from calendar_day d join (" + CURRENT + ") c using (version)")
                .query(row -> {
                    days.computeIfAbsent(row.getLong("version"), v -> new HashMap<>())
                            .computeIfAbsent(row.getString("kind"), k -> new HashSet<>())
                            .add(row.getObject("day", LocalDate.class));
                });
        Map<Integer, CalendarYear> years = new HashMap<>();
        long[] version = {0};
        jdbc.sql(CURRENT).query(row -> {
            version[0] = Math.max(version[0], row.getLong("version"));
            years.put(row.getInt("year"), year(row, days.getOrDefault(row.getLong("version"), Map.of())));
        });
        return new CalendarSnapshot(version[0], years);
    }

    /** With who published them and when, latest year first; at most one for each of a hundred years. */
    List<YearInForce> inForce() {
        CalendarSnapshot now = read();
        return jdbc.sql("select distinct on (year) version, year, author, published_at from calendar_year"
                        + " order by year desc, version desc")
                .query((row, n) -> new YearInForce(
                        now.year(row.getInt("year")).orElseThrow(),
                        row.getLong("version"),
                        row.getString("author"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void store(CalendarYear year, String author) {
        List<String> kinds = new ArrayList<>();
        List<String> days = new ArrayList<>();
        year.holidays().forEach(day -> {
            kinds.add(year.statutory().contains(day) ? "STATUTORY" : "HOLIDAY");
            days.add(day.toString());
        });
        year.workdays().forEach(day -> {
            kinds.add("WORKDAY");
            days.add(day.toString());
        });
        jdbc.sql(
                        """
                        with published as (
                            insert into calendar_year (year, status, source, author, published_at)
                            values (:year, :status, :source, :author, :at) returning version)
                        insert into calendar_day (version, day, kind)
                        select version, d.day::date, d.kind
                        from published, unnest(:days::text[], :kinds::text[]) as d (day, kind)
                        """)
                .param("year", year.year())
                .param("status", year.status().name())
                .param("source", year.source().toArray(String[]::new))
                .param("author", author)
                .param("at", OffsetDateTime.now(clock))
                .param("days", days.toArray(String[]::new))
                .param("kinds", kinds.toArray(String[]::new))
                .update();
    }

    private static CalendarYear year(ResultSet row, Map<String, Set<LocalDate>> days) throws SQLException {
        Set<LocalDate> statutory = days.getOrDefault("STATUTORY", Set.of());
        Set<LocalDate> holidays = new HashSet<>(days.getOrDefault("HOLIDAY", Set.of()));
        holidays.addAll(statutory);
        Array source = row.getArray("source");
        return new CalendarYear(
                row.getInt("year"),
                CalendarYear.Status.valueOf(row.getString("status")),
                List.of((String[]) source.getArray()),
                holidays,
                days.getOrDefault("WORKDAY", Set.of()),
                statutory);
    }
}
