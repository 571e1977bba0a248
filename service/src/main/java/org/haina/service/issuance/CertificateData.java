package org.haina.service.issuance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.haina.certificates.printing.Bindings;
import org.haina.service.cases.CaseFile;
import org.haina.service.catalog.Organ;
import org.haina.service.checks.Checks;
import org.haina.service.edge.EdgeSettings;
import org.haina.service.keys.CaseNumber;
import org.haina.service.pages.ChineseWords;
import org.springframework.stereotype.Component;

/**
 * What a certificate may be filled with: {@code holder}, the answers of the {@code form} in words, what {@code registers}
 * said by register and query, {@code certificate}, and of the {@code licence} that is changed all that stands on it.
 */
@Component
class CertificateData {

    static final String REGISTERS = "registers";
    private static final String LICENCE = "licence";

    private final FormWords words;
    private final AmendedLicences amended;
    private final Holders holders;
    private final Photos photos;
    private final Checks checks;
    private final EdgeSettings edge;
    private final ChineseWords zh;
    private final ObjectMapper json;

    CertificateData(
            FormWords words,
            AmendedLicences amended,
            Holders holders,
            Photos photos,
            Checks checks,
            EdgeSettings edge,
            ChineseWords zh,
            ObjectMapper json) {
        this.words = words;
        this.amended = amended;
        this.holders = holders;
        this.photos = photos;
        this.checks = checks;
        this.edge = edge;
        this.zh = zh;
        this.json = json;
    }

    /** @param wanted what the definition binds: a photo or an answer that no certificate shows is not even opened */
    Bindings of(
            CaseFile file,
            Organ issuer,
            Certificate open,
            String identifier,
            Instant at,
            Optional<LocalDate> validUntil,
            Collection<String> wanted) {
        VerificationCode code = new VerificationCode(open.code());
        ObjectNode root = json.createObjectNode();
        root.set("holder", holder(file));
        root.set("form", words.of(file));
        if (asks(wanted, LICENCE)) {
            root.set(LICENCE, amended.face(file, open));
        }
        root.set(REGISTERS, answers(file.number(), wanted));
        root.set("materials", photos.of(file.number(), wanted));
        ObjectNode certificate = root.putObject("certificate");
        validUntil.ifPresent(until -> certificate.put("validUntil", zh.day(until)));
        certificate
                .put("number", open.number().orElseThrow())
                .put("issuer", issuer.name())
                .put("issuedOn", zh.day(at))
                .put("identifier", identifier)
                .put("code", code.grouped())
                .put("verifyUrl", edge.url() + "/verify/" + code);
        return new Bindings(root);
    }

    private ObjectNode answers(CaseNumber number, Collection<String> wanted) {
        ObjectNode registers = json.createObjectNode();
        if (!asks(wanted, REGISTERS)) {
            return registers;
        }
        checks.of(number).forEach(check -> check.answer()
                .ifPresent(
                        answer -> registers.withObjectProperty(check.register()).set(check.query(), answer.fields())));
        return registers;
    }

    private static boolean asks(Collection<String> wanted, String top) {
        return wanted.stream().anyMatch(path -> path.startsWith(top + "."));
    }

    ObjectNode holder(CaseFile file) {
        return holders.of(file);
    }
}
