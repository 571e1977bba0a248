package org.haina.processes;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** One DMN file: a decision named as the file, and the tables it requires. */
public final class DecisionModel {
    private final String file;
    private final RawXml xml;

    private DecisionModel(String file, RawXml xml) {
        this.file = file;
        this.xml = xml;
    }

    /**
     * Reads a decision file.
     *
     * @param file its path below the module, for messages
     * @throws InvalidModelException when it is no XML or holds no decision
     */
    public static DecisionModel parse(String file, byte[] bytes) {
        DecisionModel model = new DecisionModel(file, RawXml.parse(file, bytes));
        if (model.decisions().isEmpty()) {
            throw new InvalidModelException(file, "holds no decision");
        }
        return model;
    }

    /** Path of the file below the module. */
    public String file() {
        return file;
    }

    /** Key of the decision to evaluate: the name of the file. */
    public String key() {
        return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.dmn$", "");
    }

    /** Facts the decision asks for, sorted: variables that no table of the file gives. */
    public Set<String> facts() {
        Set<String> facts = new TreeSet<>();
        xml.elements("inputExpression").forEach(expression -> facts.add(textOf(expression)));
        xml.elements("output").forEach(output -> facts.remove(output.getAttribute("name")));
        return facts;
    }

    /** Names of what each applying rule of the decision gives, in the order of the columns. */
    public List<String> outputs() {
        return decisions().stream()
                .filter(decision -> decision.getAttribute("id").equals(key()))
                .flatMap(decision -> RawXml.below(decision, "output").stream())
                .map(output -> output.getAttribute("name"))
                .toList();
    }

    /** The texts that rules of the file give in the columns of a name, sorted, without their quotation marks. */
    public Set<String> given(String output) {
        Set<String> texts = new TreeSet<>();
        for (Element table : xml.elements("decisionTable")) {
            List<String> columns = RawXml.below(table, "output").stream()
                    .map(column -> column.getAttribute("name"))
                    .toList();
            int at = columns.indexOf(output);
            if (at >= 0) {
                RawXml.below(table, "rule")
                        .forEach(rule -> texts.add(
                                textOf(RawXml.below(rule, "outputEntry").get(at))
                                        .replace("\"", "")));
            }
        }
        return texts;
    }

    /** What is wrong with the file, in its order; empty when all is well. */
    public List<Finding> findings() {
        return DecisionFindings.of(this);
    }

    List<Element> decisions() {
        return xml.elements("decision");
    }

    RawXml xml() {
        return xml;
    }

    /** The expression an input, an entry or a literal holds. */
    static String textOf(Element element) {
        return RawXml.below(element, "text").stream()
                .findFirst()
                .map(text -> text.getTextContent().strip())
                .orElse("");
    }
}
