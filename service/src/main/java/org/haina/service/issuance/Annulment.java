package org.haina.service.issuance;

import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 撤销 of what a case has issued, for whoever takes the grant back. */
@Service
public class Annulment {

    private final Certificates certificates;

    Annulment(Certificates certificates) {
        this.certificates = certificates;
    }

    /** Number of the certificate of a case, if it has issued one. */
    public Optional<String> numberOf(CaseNumber number) {
        return certificates.of(number).flatMap(Certificate::number);
    }

    /**
     * Annuls the certificate of a case, here at once and in the licence store through the ledger. One that is not valid any
     * more stays as it ended.
     *
     * @param reason 2 to 500 characters, without personal data
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void annul(CaseNumber number, String reason, Official by) {
        certificates
                .of(number)
                .filter(issued -> issued.status() == CertificateStatus.VALID)
                .ifPresent(issued -> certificates.end(issued, CertificateStatus.ANNULLED, reason, by));
    }
}
