package org.haina.service.printing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.documents.DocumentType;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is asked for; what cannot be meant is today, all kinds, the first page.
 *
 * @param after the last document of the page before
 */
record DayQuery(LocalDate day, Optional<DocumentType> type, Optional<UUID> after) {

    static DayQuery of(Map<String, String> asked, Clock clock) {
        return new DayQuery(
                day(asked.getOrDefault("day", "")).orElseGet(() -> LocalDate.now(clock)),
                Arrays.stream(DocumentType.values())
                        .filter(type -> type.name().equals(asked.get("type")))
                        .findFirst(),
                id(asked.getOrDefault("after", "")));
    }

    Instant from(Clock clock) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    Instant until(Clock clock) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    DayQuery whole() {
        return new DayQuery(day, type, Optional.empty());
    }

    String href(UUID last) {
        return UriComponentsBuilder.fromPath("/desk/printing")
                .queryParam("day", day)
                .queryParam("type", type.map(DocumentType::name).orElse(""))
                .queryParam("after", last)
                .toUriString();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 1999 && day.getYear() < 2200);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<UUID> id(String text) {
        return Optional.of(text)
                .filter(given -> given.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString);
    }
}
