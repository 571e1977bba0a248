package org.haina.service.issuance;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;

/**
 * A licence as it stands: its latest edition, which no act has ended and none has replaced; its last day may have passed.
 *
 * @param edition id of that edition
 * @param issuedBy the case that has issued it
 * @param grantedBy the case that has granted the licence, by its first edition
 * @param item key of the item that has granted it
 * @param title what it is called, e.g. 民办学校办学许可证
 * @param number what is printed on it, the same on all editions
 * @param validUntil last day; empty for permanent
 * @param agent who applied for the holder, if anybody
 */
public record Licence(
        UUID edition,
        CaseNumber issuedBy,
        CaseNumber grantedBy,
        String item,
        String title,
        String number,
        Optional<LocalDate> validUntil,
        PartyId holder,
        Optional<PartyId> agent) {

    /** True if its last day has not passed. */
    public boolean isValidOn(LocalDate day) {
        return validUntil.filter(last -> last.isBefore(day)).isEmpty();
    }
}
