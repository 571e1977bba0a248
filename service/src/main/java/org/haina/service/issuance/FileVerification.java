package org.haina.service.issuance;

import java.util.Optional;
import org.haina.certificates.signing.SignatureOutcome;
import org.haina.certificates.signing.SignatureOutcome.Broken;
import org.haina.certificates.signing.SignatureOutcome.Valid;
import org.springframework.stereotype.Component;

/** Checks a file: signature first, then whether the register knows exactly this content. Nothing is kept. */
@Component
class FileVerification {

    private final Signatory signatory;
    private final Certificates certificates;

    FileVerification(Signatory signatory, Certificates certificates) {
        this.signatory = signatory;
        this.certificates = certificates;
    }

    /** @param code what was given with the file; empty if nothing was */
    FileVerdict verify(byte[] pdf, Optional<String> code) {
        SignatureOutcome outcome = signatory.verify(pdf);
        if (outcome instanceof Valid valid) {
            return registered(pdf, valid, code);
        }
        return outcome instanceof Broken broken
                ? FileVerdict.NotConfirmed.of(broken.reason())
                : new FileVerdict.Unsigned();
    }

    private FileVerdict registered(byte[] pdf, Valid valid, Optional<String> code) {
        Optional<Certificate> found = certificates.findByFile(pdf);
        if (found.isEmpty()) {
            return valid.reason().startsWith(CertificateMaker.REASON)
                    ? new FileVerdict.NotRegistered()
                    : new FileVerdict.Statement(valid.reason(), valid.signer(), valid.signedAt());
        }
        boolean same = code.map(given -> given.equals(found.get().code())).orElse(true);
        return same ? new FileVerdict.Genuine(found.get(), valid.signer()) : new FileVerdict.OtherCertificate();
    }
}
