package org.haina.service.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads years from JSON, an object of years by number; strict, the first contradiction refuses the whole text. */
final class CalendarReader {

    private static final String SHIPPED = "holidays-cn.json";
    private static final int LARGEST = 200_000;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private CalendarReader() {}

    /** The years that come with the release. */
    static List<CalendarYear> shipped() {
        try (InputStream json = CalendarReader.class.getResourceAsStream(SHIPPED)) {
            byte[] bytes = Objects.requireNonNull(json, SHIPPED).readAllBytes();
            return read(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException with a Chinese text for the operator */
    static List<CalendarYear> read(String json) {
        if (json.length() > LARGEST) {
            throw new IllegalArgumentException("日历文件过大，最多 200 kB");
        }
        try {
            Map<Integer, Entry> entries = MAPPER.readValue(json, new TypeReference<Map<Integer, Entry>>() {});
            List<CalendarYear> years = new ArrayList<>();
            entries.forEach((year, entry) -> years.add(given(entry, year).of(year)));
            return years;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String where = at == null ? "" : "（第 " + at.getLineNr() + " 行第 " + at.getColumnNr() + " 列）";
            throw new IllegalArgumentException(what(e) + where, e);
        }
    }

    private static String what(JsonProcessingException e) {
        return e instanceof InvalidFormatException wrong && wrong.getTargetType() == LocalDate.class
                ? "“" + wrong.getValue() + "”不是日历上有的日期（例如 2027-01-31）"
                : "日历文件格式不正确";
    }

    private static Entry given(@Nullable Entry entry, int year) {
        return Entry.given(entry, year, "内容");
    }

    private record Entry(
            CalendarYear.@Nullable Status status,
            @Nullable List<String> source,
            @Nullable List<LocalDate> holidays,
            @Nullable List<LocalDate> workdays,
            @Nullable List<LocalDate> statutory) {

        CalendarYear of(int year) {
            return new CalendarYear(
                    year,
                    given(status, year, "status"),
                    given(source, year, "source"),
                    days(given(holidays, year, "holidays")),
                    days(given(workdays, year, "workdays")),
                    days(given(statutory, year, "statutory")));
        }

        private static <T> T given(@Nullable T value, int year, String field) {
            if (value == null) {
                throw new IllegalArgumentException(year + " 年缺少 " + field);
            }
            return value;
        }

        private static Set<LocalDate> days(List<LocalDate> listed) {
            Set<LocalDate> days = new HashSet<>();
            for (LocalDate day : listed) {
                if (day == null || !days.add(day)) {
                    throw new IllegalArgumentException(day == null ? "日期为空" : "日期 " + day + " 重复");
                }
            }
            return days;
        }
    }
}
