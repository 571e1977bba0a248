package org.haina.service.parties;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.haina.service.keys.PartyId;
import org.springframework.stereotype.Service;

/**
 * How old a person is today, as far as the law asks: under fourteen (个人信息保护法 31), under eighteen (民法典 17). Read from
 * the number of the document each time, so that no birthday is kept beside it. Whoever a guardian was recorded for until a
 * day to come and whose number tells nothing is taken for under fourteen: rather one consent too many.
 */
@Service
public class Ages {

    private static final int OF_AGE = 18;
    private static final int OWN_CONSENT = 14;
    private static final int WITHOUT_BIRTHDAY = 0;

    /** Resident identity cards and residence permits numbered like them. */
    private static final Pattern NUMBER = Pattern.compile("\\d{6}(\\d{4})(\\d{2})(\\d{2})\\d{3}[\\dX]");

    private final PartyRows rows;
    private final Mandates mandates;
    private final Clock clock;

    Ages(PartyRows rows, Mandates mandates, Clock clock) {
        this.rows = rows;
        this.mandates = mandates;
        this.clock = clock;
    }

    /** True until the day before the eighteenth birthday; never of an organisation. */
    public boolean isMinor(PartyId id) {
        return years(id).filter(years -> years < OF_AGE).isPresent();
    }

    /** The same of a number that need not be on record, as far as the number itself tells. */
    public boolean isMinor(String idNumber) {
        return born(idNumber)
                .filter(born -> completed(born, LocalDate.now(clock)) < OF_AGE)
                .isPresent();
    }

    /** Those of many who are minors, asked at once. */
    public Set<PartyId> minors(Collection<PartyId> ids) {
        return rows.read(ids).stream()
                .filter(party -> years(party).filter(years -> years < OF_AGE).isPresent())
                .map(PartyDetails::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** True until the day before the fourteenth birthday: personal data are handled with a guardian's consent only. */
    public boolean isUnderFourteen(PartyId id) {
        return years(id).filter(years -> years < OWN_CONSENT).isPresent();
    }

    /** Completed years; empty if nothing tells them. */
    private Optional<Integer> years(PartyId id) {
        return years(rows.read(List.of(id)).stream().findFirst().orElseThrow(() -> new UnknownPartyException(id)));
    }

    private Optional<Integer> years(PartyDetails party) {
        if (party.kind() == PartyKind.ORGANISATION) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.now(clock);
        return born(party.idNumber())
                .map(born -> completed(born, today))
                .or(() -> mandates.neededGuardian(party.id()) ? Optional.of(WITHOUT_BIRTHDAY) : Optional.empty());
    }

    /** A year is completed on the birthday; of the 29th of February, in other years, on the first of March. */
    static int completed(LocalDate born, LocalDate today) {
        return Period.between(born, today).getYears();
    }

    /** What the number says; what is no day is none. */
    static Optional<LocalDate> born(String number) {
        Matcher parts = NUMBER.matcher(number);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3))));
        } catch (java.time.DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
