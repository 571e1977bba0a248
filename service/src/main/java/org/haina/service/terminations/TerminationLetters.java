package org.haina.service.terminations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haina.processes.ItemDefinition;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.issuance.CertificateEnds;
import org.haina.service.keys.CaseNumber;
import org.haina.service.pages.ChineseWords;
import org.springframework.stereotype.Component;

/** 陈述申辩告知书 and the four decisions: facts, reasons, law and remedies. */
@Component
class TerminationLetters {

    private final Documents documents;
    private final Cases cases;
    private final Catalog catalog;
    private final CertificateEnds certificates;
    private final ChineseWords zh;
    private final ObjectMapper json;

    TerminationLetters(
            Documents documents,
            Cases cases,
            Catalog catalog,
            CertificateEnds certificates,
            ChineseWords zh,
            ObjectMapper json) {
        this.documents = documents;
        this.cases = cases;
        this.catalog = catalog;
        this.certificates = certificates;
        this.zh = zh;
        this.json = json;
    }

    /** What is intended, upon which facts and law, and until when the holder may answer. */
    void announce(Termination proposed) {
        ObjectNode content = json.createObjectNode();
        content.putObject("proposal")
                .put("act", proposed.act().label())
                .put("legalBasis", basis(proposed))
                .put("until", zh.day(proposed.stateUntil().orElseThrow()))
                .set("facts", lines(facts(proposed)));
        documents.issue(proposed.number(), DocumentType.STATEMENT_NOTICE, content);
    }

    void decide(Termination made) {
        DocumentType letter = made.act().letter();
        ObjectNode content = json.createObjectNode();
        ObjectNode said = content.putObject(letter == DocumentType.ANNULMENT_DECISION ? "annulment" : "termination")
                .put("legalBasis", basis(made))
                .put("text", text(made))
                .put("afterwards", afterwards(made));
        said.set("facts", lines(facts(made)));
        said.set("reasons", lines(reasons(made)));
        documents.issue(made.number(), letter, content);
    }

    private static String basis(Termination of) {
        return of.ground().law() + "（" + of.ground().label() + "）";
    }

    private static Stream<String> facts(Termination of) {
        Stream<String> penalty = of.penalty().isEmpty() ? Stream.empty() : Stream.of("行政处罚决定书文号：" + of.penalty() + "。");
        return Stream.concat(of.facts().lines(), penalty);
    }

    private static Stream<String> reasons(Termination of) {
        return Stream.of(
                        of.reasons(),
                        of.hearing().map(how -> "听取陈述申辩的情况：" + how),
                        of.legalReview().map(review -> "法制审核意见：" + review))
                .flatMap(Optional::stream)
                .flatMap(String::lines);
    }

    private String text(Termination made) {
        Optional<String> certificate = certificates.numberOf(made.number());
        String lost = "自本决定作出之日起失去效力。";
        if (made.act() == TerminationAct.REVOCATION) {
            return "吊销" + certificate.map(number -> " " + number + " 号").orElse("") + "证书，" + lost;
        }
        if (made.act() == TerminationAct.CANCELLATION) {
            return "注销“" + item(made.number()).title().zh() + "”的行政许可"
                    + certificate.map(number -> "及 " + number + " 号证书").orElse("") + "，自本决定作出之日起不再具有效力"
                    + certificates.ofOtherEditions(made.number()) + "。";
        }
        return made.act().verb() + "本机关在办件 " + made.number() + " 中作出的“" + granted(made.number()) + "”的决定"
                + certificate
                        .map(number -> "，据此颁发的 " + number + " 号证书自本决定作出之日起失去效力"
                                + certificates.ofOtherEditions(made.number()) + "。")
                        .orElse("。");
    }

    private String granted(CaseNumber number) {
        return item(number).resultWords().granted();
    }

    private ItemDefinition item(CaseNumber number) {
        return catalog.version(cases.get(number).itemVersion()).definition();
    }

    private static String afterwards(Termination made) {
        return switch (made.act()) {
            case WITHDRAWAL -> "因撤回许可受到财产损失的，可以依法向本机关申请补偿，申请时请提交受到损失的证明材料。";
            case ANNULMENT -> made.ground() == Ground.DECEIT ? "被许可人基于该许可取得的利益不受保护。" : "因撤销许可使合法权益受到损害的，可以依法向本机关请求赔偿。";
            case REVOCATION -> "证书失效以后，请不要再从事需要该许可的活动。";
            case CANCELLATION -> "以后需要该许可的，可以重新申请。";
        };
    }

    private ArrayNode lines(Stream<String> text) {
        List<String> lines =
                text.map(String::strip).filter(line -> !line.isEmpty()).toList();
        ArrayNode array = json.createArrayNode();
        lines.forEach(array::add);
        return array;
    }
}
