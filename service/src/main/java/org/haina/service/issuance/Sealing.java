package org.haina.service.issuance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.haina.certificates.LicenceIdentifier;
import org.haina.certificates.printing.Bindings;
import org.haina.integrations.licencestore.LicenceTypes;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.documents.Printing;
import org.haina.service.keys.CaseNumber;
import org.haina.service.vault.Vault;
import org.springframework.stereotype.Service;

/** Makes the certificate of a case: printed, signed, kept, and on its way to the licence store. */
@Service
class Sealing {

    private final CertificateRows rows;
    private final CertificateData data;
    private final CertificateFiles files;
    private final CertificateCalls calls;
    private final Cases cases;
    private final Catalog catalog;
    private final LicenceTypes types;
    private final Printing printing;
    private final Signatory signatory;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    Sealing(
            CertificateRows rows,
            CertificateData data,
            CertificateFiles files,
            CertificateCalls calls,
            Cases cases,
            Catalog catalog,
            LicenceTypes types,
            Printing printing,
            Signatory signatory,
            Vault vault,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.data = data;
        this.files = files;
        this.calls = calls;
        this.cases = cases;
        this.catalog = catalog;
        this.types = types;
        this.printing = printing;
        this.signatory = signatory;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** Seals once, however often it is called for the case. */
    void seal(CaseNumber number) {
        Certificate open =
                rows.of(number).orElseThrow(() -> new IllegalStateException("Case " + number + " has no certificate"));
        if (open.status() != CertificateStatus.PREPARING) {
            return;
        }
        CaseFile file = cases.get(number);
        CertificateForm form = CertificateForm.of(catalog.version(file.itemVersion()), types);
        Instant at = clock.instant();
        LicenceIdentifier identifier = identifier(open, file, form);
        Bindings filled = form.definition().bindings(data.of(file, open, identifier.value(), at));
        byte[] signed = signatory.sign(printing.print(form.template(), filled, at), "颁发" + open.title(), at);
        LocalDate today = LocalDate.ofInstant(at, clock.getZone());
        SealedCertificate sealed = new SealedCertificate(
                identifier.value(),
                files.keep(number, open.title(), signed),
                vault.hash(signed),
                form.publicFacts(filled),
                at,
                form.definition().validity().lastDay(today));
        rows.seal(number, sealed);
        calls.register(number, registration(file, open, form, sealed, filled, signed), open.title());
        cases.note(number, "CERTIFICATE_SEALED", open.title() + "已制作并签名", Actor.SYSTEM);
        audit.record(new AuditEntry(
                "haina", "certificate.issue", "certificate:" + open.id(), number, Map.of("hash", sealed.hash())));
    }

    /** As the store forms it from the same parts. */
    private static LicenceIdentifier identifier(Certificate open, CaseFile file, CertificateForm form) {
        String serial = open.number()
                .orElseThrow(() -> new IllegalStateException("The certificate has no number yet"))
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "");
        return new LicenceIdentifier(form.definition().type(), file.org(), serial, 1);
    }

    private ObjectNode registration(
            CaseFile file,
            Certificate open,
            CertificateForm form,
            SealedCertificate sealed,
            Bindings filled,
            byte[] signed) {
        ObjectNode parameters = data.holder(file)
                .put("type", form.type().key())
                .put("number", open.number().orElseThrow())
                .put("version", "1")
                .put("issuer", file.org())
                .put("issuerName", data.organ(file).name())
                .put(
                        "issuedOn",
                        LocalDate.ofInstant(sealed.at(), clock.getZone()).toString())
                .put(
                        "itemCode",
                        catalog.version(file.itemVersion()).definition().codes().implementation())
                .put("caseNumber", file.number().value())
                .put("pdf", Base64.getEncoder().encodeToString(signed));
        sealed.validUntil().ifPresent(until -> parameters.put("validUntil", until.toString()));
        parameters.set("surface", form.surface(filled));
        return parameters;
    }
}
