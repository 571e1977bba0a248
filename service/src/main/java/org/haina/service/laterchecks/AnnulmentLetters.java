package org.haina.service.laterchecks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.issuance.CertificateEnds;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Component;

/** 撤销决定书: facts, reasons, law, what is annulled, what holds from now on, and what one may still do. */
@Component
class AnnulmentLetters {

    private final LaterChecks checks;
    private final Promises promises;
    private final CertificateEnds certificates;
    private final Documents documents;
    private final ObjectMapper json;

    AnnulmentLetters(
            LaterChecks checks,
            Promises promises,
            CertificateEnds certificates,
            Documents documents,
            ObjectMapper json) {
        this.checks = checks;
        this.promises = promises;
        this.certificates = certificates;
        this.documents = documents;
        this.json = json;
    }

    void write(CaseNumber number) {
        LaterCheck check = checks.get(number);
        ObjectNode content = json.createObjectNode();
        ObjectNode said = content.putObject("annulment")
                .put("materials", promises.titles(number))
                .put("legalBasis", promises.basis(number))
                .put("text", text(number))
                .put("afterwards", afterwards(number));
        said.set("facts", lines(String.join("\n", check.findings())));
        said.set("reasons", lines(check.reasons().orElseThrow()));
        documents.issue(number, DocumentType.ANNULMENT_DECISION, content);
    }

    private String afterwards(CaseNumber number) {
        return promises.isApproval(number)
                ? "您仍然可以按一般程序重新申请；信用修复以前，不再适用告知承诺。"
                : "您仍然可以重新申请，申请时请提交证明材料；信用修复以前，不能再以书面承诺代替证明。";
    }

    private String text(CaseNumber number) {
        return "撤销本机关在办件 " + number + " 中作出的“"
                + promises.item(number).resultWords().granted() + "”的决定"
                + certificates
                        .numberOf(number)
                        .map(certificate -> "，据此颁发的 " + certificate + " 号证书自本决定作出之日起失去效力")
                        .orElse("")
                + certificates.ofOtherEditions(number) + "。";
    }

    private ArrayNode lines(String text) {
        ArrayNode lines = json.createArrayNode();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
        return lines;
    }
}
