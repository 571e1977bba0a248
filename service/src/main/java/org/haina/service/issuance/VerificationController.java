package org.haina.service.issuance;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.edge.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Certificates for programs: what anybody may know of one. */
@RestController
@RequestMapping("/api/v1/certificates")
class VerificationController {

    /**
     * @param status name of {@link CertificateStatus}
     * @param fields what the definition lets anybody see
     */
    record Statement(
            String code,
            String title,
            String status,
            String statusText,
            @Nullable Instant issuedAt,
            @Nullable LocalDate validUntil,
            List<PublicFact> fields) {}

    private final Certificates certificates;

    VerificationController(Certificates certificates) {
        this.certificates = certificates;
    }

    @Operation(summary = "Whether a certificate is in force, with what it says publicly")
    @GetMapping("/{code}")
    @MayCall(Who.ANYBODY)
    Statement get(@PathVariable String code) {
        Certificate certificate = find(code);
        CertificateStatus status = certificates.status(certificate);
        return new Statement(
                certificate.code(),
                certificate.title(),
                status.name(),
                status.label(),
                certificate.issuedAt().orElse(null),
                certificate.validUntil().orElse(null),
                certificate.facts());
    }

    private Certificate find(String code) {
        return certificates.find(code).orElseThrow(() -> Problem.notFound("没有与这个核验码对应的证书。请核对证书上的核验码。"));
    }
}
