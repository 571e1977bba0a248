package org.haina.service.issuance;

import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The end of what a case has issued, for whoever ends the grant; nothing else ends a certificate by hand. */
@Service
public class CertificateEnds {

    /** By which act a certificate ends. */
    public enum Kind {
        WITHDRAWN,
        ANNULLED,
        REVOKED,
        CANCELLED;

        CertificateStatus status() {
            return CertificateStatus.valueOf(name());
        }
    }

    private final Certificates certificates;

    CertificateEnds(Certificates certificates) {
        this.certificates = certificates;
    }

    /** Number of the certificate of a case, if it has issued one. */
    public Optional<String> numberOf(CaseNumber number) {
        return certificates.of(number).flatMap(Certificate::number);
    }

    /** True if a case has issued a certificate that no act has ended and none has replaced; its last day may have passed. */
    public boolean isStanding(CaseNumber number) {
        return certificates
                .of(number)
                .filter(issued -> issued.status() == CertificateStatus.VALID)
                .isPresent();
    }

    /** True if the last day of a standing certificate has passed. */
    public boolean isExpired(CaseNumber number) {
        return certificates
                .of(number)
                .filter(issued -> certificates.status(issued) == CertificateStatus.EXPIRED)
                .isPresent();
    }

    /**
     * Ends the certificate of a case, here at once and in the licence store through the ledger. One that is not valid any
     * more stays as it ended.
     *
     * @param reason 2 to 500 characters, without personal data
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(CaseNumber number, Kind kind, String reason, Official by) {
        certificates
                .of(number)
                .filter(issued -> issued.status() == CertificateStatus.VALID)
                .ifPresent(issued -> certificates.end(issued, kind.status(), reason, by));
    }

    /**
     * 撤销 of a change: the change is undone, so that the licence holds again as it was before. One that has been changed again
     * meanwhile leaves the row of editions, and the later one stands.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void undoChange(CaseNumber number, String reason, Official by) {
        Certificate issued = certificates
                .of(number)
                .orElseThrow(() -> new IllegalStateException("Case " + number + " has changed no licence"));
        switch (issued.status()) {
            case VALID -> {
                certificates.end(issued, CertificateStatus.ANNULLED, reason, by);
                certificates.giveBack(number, reason, by);
            }
            case REPLACED -> certificates.leaveRow(issued, reason, by);
            default -> {
                // Ended by an act of its own, and with it the licence: nothing is given back.
            }
        }
    }

    /** True if undoing the change of this case has given the licence before it back. */
    public boolean hasGivenBack(CaseNumber number) {
        return certificates.hasGivenBack(number);
    }
}
