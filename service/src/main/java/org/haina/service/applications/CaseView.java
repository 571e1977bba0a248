package org.haina.service.applications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.haina.processes.ItemDefinition;
import org.haina.service.cases.CaseFile;
import org.haina.service.clock.PromisedDay;
import org.haina.service.keys.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A case as the API shows it: where it stands, without what was filled in.
 *
 * @param promisedBy the day the running clock promises the result for
 * @param promisedByProvisional true if that day is counted in a year without its official calendar
 */
record CaseView(
        String number,
        String item,
        String status,
        String statusLabel,
        String district,
        Instant receivedAt,
        @Nullable LocalDate promisedBy,
        @Nullable Boolean promisedByProvisional,
        @Nullable Instant closedAt,
        Map<String, String> links) {

    static CaseView of(CaseFile file, ItemDefinition item, Optional<PromisedDay> promisedBy) {
        return new CaseView(
                file.number().value(),
                file.item().value(),
                file.status().name(),
                file.status().label(item),
                file.district().code(),
                file.receivedAt(),
                promisedBy.map(PromisedDay::day).orElse(null),
                promisedBy.map(PromisedDay::provisional).orElse(null),
                file.closedAt().orElse(null),
                links(file.number()));
    }

    static Map<String, String> links(CaseNumber number) {
        String self = "/api/v1/cases/" + number;
        return Map.of("self", self, "timeline", self + "/timeline", "page", "/cases/" + number);
    }
}
