package org.haina.service.decisions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haina.processes.ItemDefinition;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.catalog.LegalWords;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.checks.Checks;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.pages.ChineseWords;
import org.haina.service.parties.Parties;
import org.springframework.stereotype.Service;

/** The written decision; a refusal states facts, reasons and remedies (行政许可法 38). */
@Service
class DecisionLetters {

    private final Opinions opinions;
    private final Eligibility eligibility;
    private final Documents documents;
    private final Cases cases;
    private final Checks checks;
    private final Catalog catalog;
    private final Organs organs;
    private final Parties parties;
    private final ChineseWords zh;
    private final ObjectMapper json;

    DecisionLetters(
            Opinions opinions,
            Eligibility eligibility,
            Documents documents,
            Cases cases,
            Checks checks,
            Catalog catalog,
            Organs organs,
            Parties parties,
            ChineseWords zh,
            ObjectMapper json) {
        this.opinions = opinions;
        this.eligibility = eligibility;
        this.documents = documents;
        this.cases = cases;
        this.checks = checks;
        this.catalog = catalog;
        this.organs = organs;
        this.parties = parties;
        this.zh = zh;
        this.json = json;
    }

    /** @param deciding the organ that decided, as the model names it; empty for the one in charge */
    void write(CaseNumber number, Optional<String> deciding) {
        Opinion decision = opinions.decision(number)
                .orElseThrow(() -> new IllegalStateException("Case " + number + " has no decision"));
        CaseFile file = cases.get(number);
        Organ organ = organs.acting(file.district(), deciding);
        ItemVersion item = catalog.version(file.itemVersion());
        boolean granted = decision.outcome().equals("granted");
        List<EligibilityReason> bars = granted ? List.of() : bars(number);
        ObjectNode content = json.createObjectNode();
        ObjectNode said = content.putObject("decision")
                .put("legalBasis", bars.isEmpty() ? item.definition().citation() : clauses(bars))
                .put("text", text(file, item, granted));
        said.set("reasons", lines(decision));
        if (!item.definition().isAnsweredInWords()) {
            said.put("conditions", LegalWords.laws(item.definition())).put("again", "具备规定的条件以后，您可以重新申请。");
        } else if (granted) {
            said.putObject("answer").set("lines", lines(decision));
        }
        if (!granted) {
            content.set("facts", facts(file, organ, bars));
        }
        documents.issue(
                number, granted ? DocumentType.DECISION_GRANTED : DocumentType.DECISION_REFUSED, content, organ);
    }

    private List<EligibilityReason> bars(CaseNumber number) {
        return eligibility.of(number).stream()
                .flatMap(List::stream)
                .filter(EligibilityReason::bars)
                .toList();
    }

    /** The clauses that conditions which are not met rest on, each once. */
    private static String clauses(List<EligibilityReason> reasons) {
        return reasons.stream().map(EligibilityReason::clause).distinct().collect(Collectors.joining("；"));
    }

    private ArrayNode lines(Opinion decision) {
        ArrayNode lines = json.createArrayNode();
        decision.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(lines::add);
        return lines;
    }

    /** Result word, person, and what the item says tells cases apart. */
    private String text(CaseFile file, ItemVersion item, boolean granted) {
        ItemDefinition definition = item.definition();
        String asked = item.applicationForm()
                .layout()
                .questions()
                .filter(question -> definition.promoted().contains(question.field()))
                .filter(question -> file.data().has(question.field()))
                .map(question ->
                        question.formalLabel() + "：" + item.applicationForm().words(question, file.data()))
                .collect(Collectors.joining("；", "（", "）"));
        return (granted
                        ? definition.resultWords().granted()
                        : definition.resultWords().refused()) + "。申请人：" + parties.name(file.applicant()) + asked + "。";
    }

    /** When it came and was accepted, every check that did not simply confirm, and every condition that is not met. */
    private ArrayNode facts(CaseFile file, Organ deciding, List<EligibilityReason> bars) {
        Organ inCharge = organs.get(file.district());
        String accepting = inCharge.equals(deciding) ? "本机关" : inCharge.name();
        ArrayNode facts = json.createArrayNode();
        facts.add("申请人于" + zh.day(file.receivedAt()) + "提交申请"
                + file.acceptedAt()
                        .map(at -> "，" + accepting + "于" + zh.day(at) + "受理")
                        .orElse("") + "。");
        checks.of(file.number()).stream()
                .filter(check -> !check.isClear())
                .forEach(check -> facts.add("经向" + check.registerTitle() + "核验“" + check.title() + "”，"
                        + check.answer().map(a -> "结果为：" + a.finding().title()).orElse("由工作人员核查") + "。"));
        opinions.consulted(file.number())
                .forEach(said -> facts.add("经征求" + said.organ().orElse("有关部门") + "意见，其"
                        + (said.outcome().equals("agree") ? "同意" : "不同意") + "。"));
        bars.stream().map(EligibilityReason::explanation).distinct().forEach(facts::add);
        return facts;
    }
}
