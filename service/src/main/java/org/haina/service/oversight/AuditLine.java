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

        Reader(Parties parties) {
            this.parties = parties;
        }

        /** One query for all names. */
        List<AuditLine> lines(List<AuditRow> rows, AuditWords words) {
            Map<PartyId, PartyView> known = parties.views(parties(rows));
            return rows.stream().map(row -> line(row, known, words)).toList();
        }

        private static Collection<PartyId> parties(List<AuditRow> rows) {
            return rows.stream()
                    .flatMap(row -> Stream.of(row.actor(), row.subject()))
                    .flatMap(text -> party(text).stream())
                    .collect(Collectors.toSet());
        }

        private static Optional<PartyId> party(String text) {
            Matcher matcher = PARTY.matcher(text);
            return matcher.matches() ? Optional.of(PartyId.of(matcher.group(1))) : Optional.empty();
        }

        private static AuditLine line(AuditRow row, Map<PartyId, PartyView> known, AuditWords words) {
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
                    words.details(row.detail()),
                    row.correlation().orElse("—"));
        }

        private static Optional<String> name(String text, Map<PartyId, PartyView> known) {
            return party(text).map(known::get).map(PartyView::name);
        }
    }
}
