package org.haina.service.issuance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.haina.certificates.LicenceIdentifier;
import org.haina.certificates.printing.Bindings;
import org.haina.integrations.licencestore.LicenceTypes;
import org.haina.service.cases.CaseFile;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.catalog.Organ;
import org.haina.service.documents.Printing;
import org.springframework.stereotype.Component;

/** Prints and signs a certificate and words its registration; stores nothing. */
@Component
class CertificateMaker {

    /** Begins the reason of each signature below a certificate, and of nothing else. */
    static final String REASON = "颁发";

    private final CertificateData data;
    private final AmendedLicences amended;
    private final Catalog catalog;
    private final LicenceTypes types;
    private final Printing printing;
    private final Signatory signatory;
    private final Clock clock;

    CertificateMaker(
            CertificateData data,
            AmendedLicences amended,
            Catalog catalog,
            LicenceTypes types,
            Printing printing,
            Signatory signatory,
            Clock clock) {
        this.data = data;
        this.amended = amended;
        this.catalog = catalog;
        this.types = types;
        this.printing = printing;
        this.signatory = signatory;
        this.clock = clock;
    }

    /** True if the case's certificate carries on the number of another. */
    boolean carriesOn(CaseFile file) {
        return CertificateForm.of(catalog.version(file.itemVersion()), types)
                .definition()
                .number()
                .carriedField()
                .isPresent();
    }

    MadeCertificate make(CaseFile file, Organ issuer, Certificate open, Instant at) {
        ItemVersion item = catalog.version(file.itemVersion());
        CertificateForm form = CertificateForm.of(item, types);
        LocalDate day = LocalDate.ofInstant(at, clock.getZone());
        Optional<LocalDate> validUntil = form.definition().amends()
                ? amended.lastDay(file, open).map(form.definition().validity()::lastDayAfter)
                : form.definition().validity().lastDay(day);
        String identifier = identifier(issuer, open, form).value();
        Bindings filled = form.definition()
                .bindings(data.of(
                        file,
                        issuer,
                        open,
                        identifier,
                        at,
                        validUntil,
                        form.definition().bind().values()));
        byte[] pdf = signatory.sign(printing.print(form.template(), filled, at), REASON + open.title(), at);
        ObjectNode registration = data.holder(file)
                .put("type", form.type().key())
                .put("number", number(open))
                .put("version", String.valueOf(open.edition()))
                .put("issuer", issuer.uscc())
                .put("issuerName", issuer.name())
                .put("issuedOn", day.toString())
                .put("itemCode", item.definition().codes().implementation())
                .put("caseNumber", file.number().value())
                .put("pdf", Base64.getEncoder().encodeToString(pdf));
        if (!types.isOwn(form.type())) {
            registration.set("declared", form.type().toJson());
        }
        validUntil.ifPresent(until -> registration.put("validUntil", until.toString()));
        registration.set("surface", form.surface(filled));
        return new MadeCertificate(identifier, pdf, form.publicFacts(filled), validUntil, registration);
    }

    /** As the store forms it from the same parts. */
    private static LicenceIdentifier identifier(Organ issuer, Certificate open, CertificateForm form) {
        String serial = number(open).toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return new LicenceIdentifier(form.definition().type(), issuer.uscc(), serial, open.edition());
    }

    private static String number(Certificate open) {
        return open.number().orElseThrow(() -> new IllegalStateException("The certificate has no number yet"));
    }
}
