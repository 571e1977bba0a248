package org.haina.service.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.haina.forms.Form;
import org.haina.forms.FormLayout.Page;
import org.haina.forms.FormLayout.Question;
import org.haina.processes.ItemDefinition.Check;
import org.haina.service.access.Masks;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.checks.CaseCheck;

/** The answers as the form asked them, each beside what the registers said. */
record AnswerSheet(List<Group> groups) {

    /** One page of the form. */
    record Group(String title, List<Row> rows) {}

    /**
     * @param target as marks name it
     * @param masked true if the value is a secret and not shown
     */
    record Row(String target, String label, String value, boolean masked, List<Said> said) {

        public boolean isDiffering() {
            return said.stream().anyMatch(Said::differs);
        }
    }

    /** What a register said. */
    record Said(String register, String value, boolean differs) {}

    /** @param revealed true to show secrets: the caller has recorded why */
    static AnswerSheet of(ItemVersion item, ObjectNode data, List<CaseCheck> checks, boolean revealed) {
        Form form = item.applicationForm();
        return new AnswerSheet(form.layout().pages().stream()
                .map(page -> group(item, page, data, checks, revealed))
                .filter(group -> !group.rows().isEmpty())
                .toList());
    }

    private static Group group(ItemVersion item, Page page, ObjectNode data, List<CaseCheck> checks, boolean revealed) {
        return new Group(
                page.formalTitle(),
                item.applicationForm().visible(page, data).stream()
                        .filter(question -> !question.widget().isFile())
                        .map(question -> row(item, question, data, checks, revealed))
                        .toList());
    }

    private static Row row(
            ItemVersion item, Question question, ObjectNode data, List<CaseCheck> checks, boolean revealed) {
        boolean masked = question.answer().secret() && !revealed && data.has(question.field());
        String value = item.applicationForm().words(question, data);
        return new Row(
                "/" + question.field(),
                question.formalLabel(),
                masked ? mask(question.field(), value) : value,
                masked,
                said(item, question, checks, masked));
    }

    private static List<Said> said(ItemVersion item, Question question, List<CaseCheck> checks, boolean masked) {
        List<Said> said = new ArrayList<>();
        for (CaseCheck check : checks) {
            for (Check asked : item.definition().checks()) {
                if (asked.register().equals(check.register()) && asked.query().equals(check.query())) {
                    asked.comparisons().forEach((key, field) -> {
                        if (field.equals(question.field())) {
                            check.answer()
                                    .map(answer -> answer.fields().path(key).asText())
                                    .filter(text -> !text.isEmpty())
                                    .map(text -> said(item.applicationForm(), question, check, key, text, masked))
                                    .ifPresent(said::add);
                        }
                    });
                }
            }
        }
        return said;
    }

    private static Said said(Form form, Question question, CaseCheck check, String key, String text, boolean masked) {
        String words =
                form.words(question, JsonNodeFactory.instance.objectNode().put(question.field(), text));
        return new Said(
                check.registerTitle(),
                masked ? mask(question.field(), words) : words,
                check.differences().contains(key));
    }

    /** Numbers keep their ends, so that a clerk can tell two apart; anything else is hidden whole. */
    static String mask(String field, String value) {
        return field.matches(".*([nN]umber|[pP]ermit|phone)$") ? Masks.identifier(value) : "已隐藏";
    }
}
