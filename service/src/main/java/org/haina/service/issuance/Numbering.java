package org.haina.service.issuance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.haina.certificates.CertificateDefinition;
import org.haina.certificates.CertificateNumber;
import org.haina.certificates.CertificateNumber.Scope;
import org.haina.integrations.licencestore.LicenceTypes;
import org.haina.integrations.registers.RegisterCatalogue;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Service;

/**
 * Opens a certificate; draws its number from our own sequence, asks the authority that numbers its kind, or carries on the
 * number of the certificate whose place it takes.
 */
@Service
class Numbering {

    private final CertificateRows rows;
    private final CertificateSequences sequences;
    private final CertificateCalls calls;
    private final Cases cases;
    private final Catalog catalog;
    private final Organs organs;
    private final Holders holders;
    private final LicenceTypes types;
    private final ObjectMapper json;
    private final Clock clock;

    Numbering(
            CertificateRows rows,
            CertificateSequences sequences,
            CertificateCalls calls,
            Cases cases,
            Catalog catalog,
            Organs organs,
            Holders holders,
            LicenceTypes types,
            ObjectMapper json,
            Clock clock) {
        this.rows = rows;
        this.sequences = sequences;
        this.calls = calls;
        this.cases = cases;
        this.catalog = catalog;
        this.organs = organs;
        this.holders = holders;
        this.types = types;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Draws, asks or carries on once, however often it is called for the case.
     *
     * @param issuing the organ that issues, as the model names it; empty for the one in charge
     * @return true if the certificate has its number
     */
    boolean open(CaseNumber number, Optional<String> issuing) {
        CaseFile file = cases.get(number);
        ItemVersion item = catalog.version(file.itemVersion());
        CertificateForm certificate = CertificateForm.of(item, types);
        String title = certificate.type().title();
        if (!rows.insert(number, VerificationCode.random(), title, clock.instant())) {
            return rows.of(number).flatMap(Certificate::number).isPresent();
        }
        Organ organ = organs.acting(file.district(), issuing);
        Optional<String> carried = certificate.definition().number().carriedField();
        if (carried.isPresent()) {
            rows.number(number, file.data().path(carried.get()).asText());
            return true;
        }
        Optional<String> register = certificate.numberedBy();
        register.ifPresentOrElse(
                asked -> calls.askNumber(number, asked, parameters(file, organ, asked), title),
                () -> rows.number(number, own(certificate.definition(), organ)));
        return register.isEmpty();
    }

    private String own(CertificateDefinition definition, Organ issuer) {
        Year year = Year.now(clock);
        String organ = issuer.district().code();
        CertificateNumber number = definition.number();
        List<Scope> scopes = number.sequence();
        long next = sequences.next(
                definition.type(),
                scopes.contains(Scope.YEAR) ? year.toString() : "",
                scopes.contains(Scope.ORGAN) ? organ : "");
        return number.format(year, organ, next);
    }

    /** The register's parameters have the form's names; year, organ and holder are known to every case. */
    private ObjectNode parameters(CaseFile file, Organ organ, String register) {
        ObjectNode known = cases.answers(file);
        known.setAll(holders.of(file));
        known.put("year", String.valueOf(LocalDate.now(clock).getYear()));
        known.put("organ", organ.district().code().substring(3));
        ObjectNode parameters = json.createObjectNode();
        RegisterCatalogue.get()
                .findQuery(register, "certificate-number")
                .orElseThrow(() -> new IllegalStateException("Register " + register + " numbers no certificates"))
                .parameters()
                .forEach(p -> parameters.set(p.key(), known.path(p.key())));
        return parameters;
    }
}
