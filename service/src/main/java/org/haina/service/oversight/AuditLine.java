package org.haina.service.oversight;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.service.audit.AuditRow;
import org.haina.service.cases.CaseLists;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Parties;
import org.haina.service.parties.PartyView;
import org.springframework.stereotype.Component;

/**
 * A line of the log in words; persons appear masked.
 *
 * @param actor as stored, to search by
 * @param who the account, or the masked name of a party
 * @param subject what it was about, in words
 * @param reference the subject as stored
 * @param details each as words
 */
record AuditLine(
        Instant at,
        String actor,
        String who,
        String action,
        String subject,
        String reference,
        Optional<CaseNumber> number,
        List<String> details,
        String correlation) {

    @Component
    static class Reader {

        private static final Pattern PARTY =
                Pattern.compile("(?:party:)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

        private final Parties parties;
        private final CaseLists cases;
        private final Catalog catalog;
        private final AuditWords words;

        Reader(Parties parties, CaseLists cases, Catalog catalog, AuditWords words) {
            this.parties = parties;
            this.cases = cases;
            this.catalog = catalog;
            this.words = words;
        }

        /** One query for all names and one for all cases. */
        List<AuditLine> lines(List<AuditRow> rows) {
            Map<PartyId, PartyView> known = parties.views(parties(rows));
            Map<CaseNumber, Long> versions = cases.itemVersions(
                    rows.stream().flatMap(row -> row.caseNumber().stream()).collect(Collectors.toSet()));
            return rows.stream()
                    .map(row ->
                            line(row, known, row.caseNumber().map(versions::get).map(catalog::version)))
                    .toList();
        }

        private static Collection<PartyId> parties(List<AuditRow> rows) {
            return rows.stream()
                    .flatMap(
                            row -> Stream.concat(Stream.of(row.actor(), row.subject()), row.detail().values().stream()))
                    .flatMap(text -> party(text).stream())
                    .collect(Collectors.toSet());
        }

        private static Optional<PartyId> party(String text) {
            Matcher matcher = PARTY.matcher(text);
            return matcher.matches() ? Optional.of(PartyId.of(matcher.group(1))) : Optional.empty();
        }

        private AuditLine line(AuditRow row, Map<PartyId, PartyView> known, Optional<ItemVersion> item) {
            return new AuditLine(
                    row.at(),
                    row.actor(),
                    name(row.actor(), known).map(name -> name + "（申请人一方）").orElseGet(() -> words.actor(row.actor())),
                    words.action(row.action()),
                    name(row.subject(), known)
                            .map(name -> words.subject("party") + " " + name)
                            .orElseGet(() -> words.subject(row.subject())),
                    row.subject(),
                    row.caseNumber(),
                    words.details(row.detail(), item, text -> name(text, known)),
                    row.correlation().orElse("—"));
        }

        private static Optional<String> name(String text, Map<PartyId, PartyView> known) {
            return party(text).map(known::get).map(PartyView::name);
        }
    }
}
