package org.haina.service.laterchecks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.haina.processes.ItemDefinition;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.commitments.Commitments;
import org.haina.service.commitments.SignedCommitment;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.issuance.CertificateEnds;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Service;

/** 撤销决定书: facts, reasons, law and remedies. */
@Service
class AnnulmentLetters {

    private final LaterChecks checks;
    private final Commitments commitments;
    private final Cases cases;
    private final Catalog catalog;
    private final CertificateEnds certificates;
    private final Documents documents;
    private final ObjectMapper json;

    AnnulmentLetters(
            LaterChecks checks,
            Commitments commitments,
            Cases cases,
            Catalog catalog,
            CertificateEnds certificates,
            Documents documents,
            ObjectMapper json) {
        this.checks = checks;
        this.commitments = commitments;
        this.cases = cases;
        this.catalog = catalog;
        this.certificates = certificates;
        this.documents = documents;
        this.json = json;
    }

    void write(CaseNumber number) {
        ItemDefinition item = catalog.version(cases.get(number).itemVersion()).definition();
        LaterCheck check = checks.get(number);
        List<Material> promised = promised(number, item);
        ObjectNode content = json.createObjectNode();
        ObjectNode said = content.putObject("annulment")
                .put("materials", promised.stream().map(m -> m.title().zh()).collect(Collectors.joining("、")))
                .put(
                        "legalBasis",
                        promised.stream()
                                .flatMap(material -> java.util.Optional.ofNullable(material.commitment()).stream())
                                .map(ItemDefinition.Commitment::basis)
                                .distinct()
                                .collect(Collectors.joining("；")))
                .put("text", text(number, item))
                .put("afterwards", "您仍然可以重新申请，申请时请提交证明材料；信用修复以前，不能再以书面承诺代替证明。");
        said.set("facts", lines(check.finding().orElseThrow()));
        said.set("reasons", lines(check.reasons().orElseThrow()));
        documents.issue(number, DocumentType.ANNULMENT_DECISION, content);
    }

    private List<Material> promised(CaseNumber number, ItemDefinition item) {
        List<String> keys =
                commitments.of(number).stream().map(SignedCommitment::material).toList();
        return item.materials().stream()
                .filter(material -> keys.contains(material.key()))
                .toList();
    }

    private String text(CaseNumber number, ItemDefinition item) {
        return "撤销本机关在办件 " + number + " 中作出的“" + item.resultWords().granted() + "”的决定"
                + certificates
                        .numberOf(number)
                        .map(certificate -> "，据此颁发的 " + certificate + " 号证书自本决定作出之日起失去效力")
                        .orElse("")
                + "。";
    }

    private ArrayNode lines(String text) {
        ArrayNode lines = json.createArrayNode();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
        return lines;
    }
}
