package org.haina.service.issuance;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Visibilities;
import org.haina.service.access.Who;
import org.haina.service.cases.Cases;
import org.haina.service.edge.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Certificates for programs: what anybody may know of one, and its end by the organ that granted it. */
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

    record End(@Nullable String status, @Nullable String reason) {}

    private final Certificates certificates;
    private final Cases cases;
    private final Visibilities visibilities;

    VerificationController(Certificates certificates, Cases cases, Visibilities visibilities) {
        this.certificates = certificates;
        this.cases = cases;
        this.visibilities = visibilities;
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

    @Operation(summary = "Annul or cancel a certificate")
    @PostMapping("/{code}/end")
    @MayCall(Who.DECIDER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String code, @RequestBody End end, Official official) {
        Certificate certificate = find(code);
        if (!visibilities
                .of(official)
                .handles(cases.get(certificate.caseNumber()).scope())) {
            throw Problem.forbidden("只有作出决定的机关可以撤销或者注销证书。");
        }
        certificates.end(certificate, kind(end.status()), reason(end.reason()), official);
    }

    private Certificate find(String code) {
        return certificates.find(code).orElseThrow(() -> Problem.notFound("没有与这个核验码对应的证书。请核对证书上的核验码。"));
    }

    private static CertificateStatus kind(@Nullable String status) {
        if ("ANNULLED".equals(status)) {
            return CertificateStatus.ANNULLED;
        }
        if ("CANCELLED".equals(status)) {
            return CertificateStatus.CANCELLED;
        }
        throw Problem.invalid("请选择撤销（ANNULLED）或者注销（CANCELLED）。", java.util.Map.of("/status", "请选择撤销或者注销"));
    }

    private static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > 500) {
            throw Problem.invalid("请写明事由，不超过 500 字。", java.util.Map.of("/reason", "请写明事由"));
        }
        return reason.strip();
    }
}
