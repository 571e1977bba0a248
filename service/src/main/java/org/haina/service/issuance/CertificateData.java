package org.haina.service.issuance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import org.haina.certificates.printing.Bindings;
import org.haina.forms.Form;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.Organ;
import org.haina.service.edge.EdgeSettings;
import org.haina.service.pages.ChineseWords;
import org.springframework.stereotype.Component;

/** What a certificate may be filled with: {@code holder}, the answers of the {@code form} in words, {@code certificate}. */
@Component
class CertificateData {

    private final Cases cases;
    private final Catalog catalog;
    private final Holders holders;
    private final Photos photos;
    private final EdgeSettings edge;
    private final ChineseWords zh;
    private final ObjectMapper json;

    CertificateData(
            Cases cases,
            Catalog catalog,
            Holders holders,
            Photos photos,
            EdgeSettings edge,
            ChineseWords zh,
            ObjectMapper json) {
        this.cases = cases;
        this.catalog = catalog;
        this.holders = holders;
        this.photos = photos;
        this.edge = edge;
        this.zh = zh;
        this.json = json;
    }

    /** @param wanted what the definition binds: a photo that no certificate shows is not even opened */
    Bindings of(
            CaseFile file, Organ issuer, Certificate open, String identifier, Instant at, Collection<String> wanted) {
        VerificationCode code = new VerificationCode(open.code());
        ObjectNode root = json.createObjectNode();
        root.set("holder", holder(file));
        root.set("form", words(file));
        root.set("materials", photos.of(file.number(), wanted));
        root.putObject("certificate")
                .put("number", open.number().orElseThrow())
                .put("issuer", issuer.name())
                .put("issuedOn", zh.day(at))
                .put("identifier", identifier)
                .put("code", code.grouped())
                .put("verifyUrl", edge.url() + "/verify/" + code);
        return new Bindings(root);
    }

    ObjectNode holder(CaseFile file) {
        return holders.of(file);
    }

    private ObjectNode words(CaseFile file) {
        Form form = catalog.version(file.itemVersion()).applicationForm();
        ObjectNode answers = new Form.Split(file.data(), cases.secrets(file.number())).whole();
        ObjectNode words = json.createObjectNode();
        form.layout()
                .questions()
                .filter(question -> answers.has(question.field()))
                .forEach(question -> words.put(question.field(), form.words(question, answers)));
        return words;
    }
}
