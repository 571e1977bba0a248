package org.haina.service.parties;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haina.service.access.CitizenDirectory;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Persons and organisations: one party per identifier, however often and by whomever it is recorded. */
@Service
public class Parties implements CitizenDirectory {

    private static final int LONGEST_NAME = 100;
    private static final int ADULT = 18;
    private static final byte[] NOBODY = new byte[0];

    private final PartyRows rows;
    private final Audit audit;

    Parties(PartyRows rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /**
     * The party with this identifier, recorded if it is new. A name stated by somebody else never replaces one on
     * record: only {@link #recordCitizen} does.
     *
     * @param idType code of the document (GA/T 517; 001 for a unified social credit code)
     * @throws IllegalArgumentException if that cannot be an identifier, or the name is blank or above 100 characters
     */
    @Transactional
    public PartyId record(String idType, String idNumber, String name) {
        return insertOrFind(new Identity(idType, idNumber), named(name), false);
    }

    /** The party with this identifier, if it is on record. */
    public Optional<PartyId> find(String idType, String idNumber) {
        return Identity.find(idType, idNumber).flatMap(rows::find);
    }

    /** As {@link #record}, with a name proved by the citizen cloud: it replaces what was merely stated. */
    @Override
    @Transactional
    public PartyId recordCitizen(String idType, String idNumber, String name) {
        PartyId id = insertOrFind(new Identity(idType, idNumber), named(name), true);
        rows.prove(id, named(name));
        return id;
    }

    private PartyId insertOrFind(Identity identity, String name, boolean proved) {
        return rows.find(identity)
                .or(() -> rows.insert(identity, name, proved))
                .or(() -> rows.find(identity))
                .orElseThrow(() -> new IllegalStateException("A party that exists cannot be found"));
    }

    /** Whether documents of this type are those of an organisation. */
    public static boolean isOrganisation(String idType) {
        return PartyKind.ofIdType(idType) == PartyKind.ORGANISATION;
    }

    /** Whether this party is an organisation. */
    public boolean isOrganisation(PartyId id) {
        return rows.kind(id).orElseThrow(() -> new UnknownPartyException(id)) == PartyKind.ORGANISATION;
    }

    /** Whether the party is a person below eighteen on that day, as far as the number of the document tells (民法典 17). */
    public boolean isMinor(PartyId id, LocalDate day) {
        return full(id).bornOn()
                .filter(born -> born.plusYears(ADULT).isAfter(day))
                .isPresent();
    }

    /** Whether the name was proved, and is not merely what somebody stated. */
    public boolean isProved(PartyId id) {
        return rows.isProved(id);
    }

    /**
     * Corrects the name of an organisation that was misspelled when it was stated; false if it was proved, or is this one already.
     *
     * @param actor account of the official who has the paper before him
     */
    @Transactional
    public boolean correctName(PartyId id, String name, String actor) {
        boolean corrected = rows.rename(id, named(name));
        if (corrected) {
            audit.record(new AuditEntry(actor, "party.renamed", "party:" + id, null, Map.of()));
        }
        return corrected;
    }

    /** Replaces the telephone number; digits, blanks, plus and hyphen only. */
    @Transactional
    public void changePhone(PartyId id, String phone) {
        if (!phone.matches("[0-9+ -]{5,20}")) {
            throw new IllegalArgumentException("Not a telephone number");
        }
        rows.changePhone(id, phone);
    }

    /** Whether number and name are this party's; what cannot be an identifier is nobody's. One statement. */
    public IdentityMatch match(PartyId id, String idType, String idNumber, String name) {
        return rows.match(id, Identity.find(idType, idNumber), name).orElseThrow(() -> new UnknownPartyException(id));
    }

    /** The party, masked. */
    public PartyView get(PartyId id) {
        return Disguise.of(full(id));
    }

    /** Parties by id, masked, in one query; unknown ids are left out. */
    public Map<PartyId, PartyView> views(Collection<PartyId> ids) {
        return rows.read(ids).stream().map(Disguise::of).collect(Collectors.toMap(PartyView::id, Function.identity()));
    }

    /** As whoever acts for the party reads it: the name in full, the numbers masked. */
    public PartyView getForAgent(PartyId id) {
        return Disguise.forAgent(full(id));
    }

    /** The same of several, in one query; unknown ids are left out. */
    public Map<PartyId, PartyView> viewsForAgent(Collection<PartyId> ids) {
        return rows.read(ids).stream()
                .map(Disguise::forAgent)
                .collect(Collectors.toMap(PartyView::id, Function.identity()));
    }

    /** The name as lists show it. */
    public String maskedName(PartyId id) {
        return rows.name(id, true).orElseThrow(() -> new UnknownPartyException(id));
    }

    /**
     * The full name, for the party itself, for whoever acts for it and for documents addressed to it; others see
     * {@link #maskedName}.
     */
    public String name(PartyId id) {
        return rows.name(id, false).orElseThrow(() -> new UnknownPartyException(id));
    }

    /**
     * The party in full; recorded in the log with the reason.
     *
     * @param reason why, in words; not blank
     * @param actor account of whoever looks, or {@code system} for a register check
     */
    @Transactional
    public PartyDetails reveal(PartyId id, String reason, String actor) {
        return reveal(id, reason, actor, null);
    }

    /** As {@link #reveal(PartyId, String, String)}, for the handling of a case. */
    @Transactional
    public PartyDetails reveal(PartyId id, String reason, String actor, @Nullable CaseNumber number) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A full view needs a reason");
        }
        PartyDetails party = full(id);
        audit.record(new AuditEntry(actor, "party.revealed", "party:" + id, number, Map.of("reason", reason.strip())));
        return party;
    }

    /** True if the identifier ends like this; takes as long for an unknown party as for a known one. */
    public boolean matchesLastFour(PartyId id, String ending) {
        byte[] stored = rows.lastFour(id).orElse(NOBODY);
        byte[] given = rows.lastFour(id, ending.strip().toUpperCase(Locale.ROOT));
        return MessageDigest.isEqual(stored, given);
    }

    private PartyDetails full(PartyId id) {
        return rows.read(List.of(id)).stream().findFirst().orElseThrow(() -> new UnknownPartyException(id));
    }

    private static String named(String name) {
        String text = name.strip();
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A party has a name of 1 to " + LONGEST_NAME + " characters");
        }
        return text;
    }
}
