package org.haina.service.parties;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.haina.service.keys.PartyId;

/** A party in full. Not to be kept, logged or put into an event; its text form shows the id only. */
public record PartyDetails(
        PartyId id, PartyKind kind, String name, String idType, String idNumber, Optional<String> phone) {

    /** The day of birth, where the number of a person's document contains it (GB 11643). */
    Optional<LocalDate> bornOn() {
        if (kind != PartyKind.PERSON || !idNumber.matches("\\d{17}[\\dX]")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(idNumber.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Party " + id;
    }
}
