package org.haina.service.issuance;

import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
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
    private final CarriedFaces carried;
    private final AmendedLicences licences;
    private final Cases cases;
    private final Catalog catalog;

    CertificateEnds(
            Certificates certificates, CarriedFaces carried, AmendedLicences licences, Cases cases, Catalog catalog) {
        this.certificates = certificates;
        this.carried = carried;
        this.licences = licences;
        this.cases = cases;
        this.catalog = catalog;
    }

    /** True for a case whose certificate changes or renews a licence: annulling it gives the licence before it back. */
    public boolean isChange(CaseFile file) {
        return licences.amending(catalog.version(file.itemVersion())).isPresent();
    }

    /** True for a change or renewal upon which a later edition of the licence stands: it can be annulled, the licence goes on. */
    public boolean isBuiltUpon(CaseFile file) {
        return isChange(file)
                && certificates
                        .of(file.number())
                        .filter(issued -> issued.status() == CertificateStatus.REPLACED)
                        .isPresent()
                && certificates.isCarriedOn(file.number());
    }

    private String word(CaseNumber number) {
        return licences.amending(catalog.version(cases.get(number).itemVersion()))
                .map(AmendedLicences::word)
                .orElse("变更");
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
     * 撤销 of a change or renewal: it is undone, so that the licence holds again as it was before. One upon which another edition has been
     * built meanwhile leaves the row of editions, and the one that stands is rid of what it had carried over, its last day included.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void undoChange(CaseNumber number, String reason, Official by) {
        Certificate issued = certificates
                .of(number)
                .orElseThrow(() -> new IllegalStateException("Case " + number + " has changed no licence"));
        switch (issued.status()) {
            case VALID -> {
                certificates.end(issued, CertificateStatus.ANNULLED, reason, by);
                certificates.giveBack(number, word(number), reason, by);
            }
            case REPLACED -> carried.leave(issued, word(number), reason, by);
            default -> {
                // Ended by an act of its own, and with it the licence: nothing is given back.
            }
        }
    }

    /** What the letter of an annulled change says of the other editions of its number; empty if there is nothing to say. */
    public String ofOtherEditions(CaseNumber number) {
        if (hasGivenBack(number)) {
            return "，" + word(number) + "以前颁发的同一号码的证书恢复效力";
        }
        if (certificates.hasGivenBack(number, CertificateStatus.EXPIRED)) {
            return "，" + word(number) + "以前颁发的同一号码的证书有效期已经届满，不再具有效力";
        }
        return certificates.isCarriedOn(number) ? "，此后颁发的同一号码的证书仍然有效，不再记载被撤销的" + word(number) : "";
    }

    /** True if undoing the change of this case has given the licence before it back, and its last day has not passed. */
    public boolean hasGivenBack(CaseNumber number) {
        return certificates.hasGivenBack(number, CertificateStatus.VALID);
    }
}
