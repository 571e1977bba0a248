package org.haina.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.processes.ModelRule.Report;
import org.w3c.dom.Element;

/** Everything wrong with a decision file. */
final class DecisionFindings {
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final Set<String> HIT_POLICIES = Set.of("UNIQUE", "FIRST", "ANY", "RULE ORDER", "COLLECT");
    private static final Set<String> FORBIDDEN = Set.of(
            "literalExpression", "invocation", "context", "functionDefinition", "businessKnowledgeModel", "relation");

    private DecisionFindings() {}

    static List<Finding> of(DecisionModel model) {
        List<Finding> findings = new ArrayList<>();
        Report report = (element, reason) -> findings.add(new Finding(model.file(), element, reason));
        oneQuestion(model, report);
        model.decisions().forEach(decision -> decision(decision, report));
        for (String kind : FORBIDDEN) {
            model.xml().elements(kind).forEach(element -> report.add(RawXml.idNear(element), kind + " is not allowed"));
        }
        return findings;
    }

    /** A file answers one question; other tables in it are only its parts. */
    private static void oneQuestion(DecisionModel model, Report report) {
        Set<String> required = model.xml().elements("requiredDecision").stream()
                .map(element -> element.getAttribute("href").replaceFirst("^#", ""))
                .collect(Collectors.toSet());
        List<String> asked = model.decisions().stream()
                .map(decision -> decision.getAttribute("id"))
                .filter(id -> !required.contains(id))
                .toList();
        report.unless(
                asked.equals(List.of(model.key())),
                model.key(),
                "the file must answer the one decision it is named after, not " + asked);
    }

    private static void decision(Element decision, Report report) {
        String id = decision.getAttribute("id");
        report.unless(id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"), id, "not a key for a decision");
        report.unless(isChinese(decision.getAttribute("name")), id, "a Chinese name is missing");
        report.unless(
                decision.getAttributeNS(CAMUNDA, "historyTimeToLive").matches("P\\d{1,5}D"),
                id,
                "historyTimeToLive is missing or not in days (P3650D)");
        report.unless(!decision.getAttributeNS(CAMUNDA, "versionTag").isEmpty(), id, "versionTag is missing");
        report.unless(isChinese(ownDescription(decision)), id, "a description is missing");
        List<Element> tables = RawXml.below(decision, "decisionTable");
        report.unless(tables.size() == 1, id, "must be one decision table");
        tables.forEach(table -> table(table, report));
    }

    private static void table(Element table, Report report) {
        String id = table.getAttribute("id");
        report.unless(
                HIT_POLICIES.contains(table.getAttribute("hitPolicy")),
                id,
                "the hit policy must be stated, one of "
                        + HIT_POLICIES.stream().sorted().toList());
        RawXml.below(table, "input").forEach(input -> input(input, report));
        RawXml.below(table, "rule").forEach(rule -> rule(rule, report));
    }

    private static void input(Element input, Report report) {
        String id = input.getAttribute("id");
        report.unless(id.matches("Input_[A-Z]\\w*"), id, "the id must be Input_ and English words");
        report.unless(isChinese(input.getAttribute("label")), id, "a Chinese label is missing");
        for (Element expression : RawXml.below(input, "inputExpression")) {
            report.unless(
                    DecisionModel.textOf(expression).matches("[a-z]\\w*"), id, "an input must be a plain variable");
            report.unless(!expression.getAttribute("typeRef").isEmpty(), id, "typeRef is missing");
        }
    }

    private static void rule(Element rule, Report report) {
        String id = rule.getAttribute("id");
        report.unless(id.matches("Rule_[A-Z]\\w*"), id, "the id must be Rule_ and English words");
        report.unless(ownDescription(rule).contains("《"), id, "the rule names no clause of law 《…》");
        RawXml.below(rule, "outputEntry")
                .forEach(entry -> report.unless(!DecisionModel.textOf(entry).isEmpty(), id, "an output is empty"));
        RawXml.attributesNamed(rule, "expressionLanguage")
                .forEach(language ->
                        report.unless(language.equals("feel"), id, "only FEEL is allowed, not " + language));
    }

    private static String ownDescription(Element element) {
        return RawXml.children(element, "description").stream()
                .map(description -> description.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN);
    }
}
