package org.haina.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haina.forms.FormLayout.Page;
import org.haina.forms.FormLayout.Question;

/**
 * A form of one service item: its schema says what an answer may be, its layout how and when it is asked. Read once, then
 * shared: immutable and thread-safe.
 *
 * <p>A question's {@code when} is the only conditionality. An answer to a question that is not asked is a finding, and so is
 * a missing answer to a required question that is asked.
 */
public final class Form {
    private final FormLayout layout;
    private final List<Question> questions;
    private final AnswerCheck answers;
    private final Set<String> secrets;

    private Form(FormLayout layout, AnswerCheck answers) {
        this.layout = layout;
        this.questions = layout.questions().toList();
        this.answers = answers;
        this.secrets = layout.questions()
                .filter(question -> question.answer().secret())
                .map(Question::field)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** As {@link #parse(JsonNode, JsonNode, Identifiers)}, without demonstration identifiers and by the wall clock. */
    public static Form parse(JsonNode schema, JsonNode layout) {
        return parse(schema, layout, Identifiers.strict());
    }

    /**
     * @param schema JSON Schema 2020-12, a flat closed object ({@code <form>.schema.json})
     * @param layout pages and questions ({@code <form>.layout.json})
     * @throws IllegalArgumentException naming the place, if either is malformed or they do not fit each other
     */
    public static Form parse(JsonNode schema, JsonNode layout, Identifiers identifiers) {
        FormSchema fields = FormSchema.read(schema);
        FormLayout asked = LayoutReader.read(layout, fields);
        ValueCheck values = new ValueCheck(fields.definition(), identifiers);
        return new Form(asked, new AnswerCheck(asked, values, new Messages(identifiers)));
    }

    public FormLayout layout() {
        return layout;
    }

    /** All findings, in the order of the questions, unknown fields last; empty if the form may be filed. Files aside. */
    public List<Finding> check(ObjectNode data) {
        List<Finding> findings = new ArrayList<>(answers.check(questions, data));
        findings.addAll(answers.unknown(data));
        return findings;
    }

    /**
     * Findings of one page only, at most one for each question.
     *
     * @throws IllegalArgumentException if there is no such page
     */
    public List<Finding> checkPage(String pageKey, ObjectNode data) {
        return answers.check(layout.page(pageKey).questions(), data);
    }

    /** Whether a question is asked under these answers. */
    public boolean visible(Question question, ObjectNode data) {
        return answers.visible(question, data);
    }

    /** The questions of a page that are asked under these answers; none means that the page is passed over. */
    public List<Question> visible(Page page, ObjectNode data) {
        return page.questions().stream()
                .filter(question -> visible(question, data))
                .toList();
    }

    /** Photos and materials asked for under these answers; {@link Question#field()} is the material's key. */
    public List<Question> files(ObjectNode data) {
        return layout.questions()
                .filter(question -> question.widget().isFile() && visible(question, data))
                .toList();
    }

    /** Findings for files: a required one missing, or one that is not asked; pointers are {@code /materials/<key>}. */
    public List<Finding> checkFiles(ObjectNode data, Set<String> supplied) {
        return layout.questions()
                .filter(question -> question.widget().isFile())
                .flatMap(question -> FileCheck.check(question, visible(question, data), supplied))
                .toList();
    }

    /**
     * The answers after one page was posted: a new object with this page's answers converted and in canonical spelling, and
     * without the answers to questions no longer asked anywhere. Unknown names are ignored, blank inputs mean no answer.
     *
     * @param post names and values as an HTML form sends them
     * @param current the answers so far; left unchanged
     */
    public ObjectNode bind(String pageKey, Map<String, List<String>> post, ObjectNode current) {
        return bind(layout.page(pageKey).questions(), post, current);
    }

    /** As {@link #bind(String, Map, ObjectNode)} for some questions only, as a correction asks them. */
    public ObjectNode bind(List<Question> asked, Map<String, List<String>> post, ObjectNode current) {
        ObjectNode next = current.deepCopy();
        PageBinding.bind(asked, post, next);
        dropHidden(next);
        return next;
    }

    /** The reverse of {@link #bind(String, Map, ObjectNode)}: what stands in the inputs of a page. */
    public Map<String, List<String>> inputs(String pageKey, ObjectNode data) {
        return inputs(layout.page(pageKey).questions(), data);
    }

    /** What stands in the inputs of these questions. */
    public Map<String, List<String>> inputs(List<Question> asked, ObjectNode data) {
        return PageBinding.inputs(asked, data);
    }

    /**
     * The questions a correction of these fields opens, in order: themselves and, through any number of conditions, those
     * that are asked or not depending on them. Otherwise a corrected answer could hide one that nobody may remove.
     */
    public List<Question> reopened(Set<String> fields) {
        Set<String> open = new HashSet<>(fields);
        List<Question> reopened = new ArrayList<>();
        for (Question question : questions) {
            FormLayout.When when = question.when();
            if (when != null && open.contains(when.field())) open.add(question.field());
            if (open.contains(question.field())) reopened.add(question);
        }
        return reopened;
    }

    /** The answers without those to questions that are not asked under them; a new object. */
    public ObjectNode withoutHidden(ObjectNode data) {
        ObjectNode shown = data.deepCopy();
        dropHidden(shown);
        return shown;
    }

    /**
     * The answers with those added that are known from elsewhere: for each question asked and not yet answered whose
     * {@link Question#prefill()} has a value. A value that would be a finding is left out. A new object.
     *
     * @param known looks up {@code citizen.<claim>}, {@code organisation.<field>} and {@code licence:<type>.<field>}
     */
    public ObjectNode prefill(ObjectNode current, Function<String, Optional<String>> known) {
        ObjectNode next = current.deepCopy();
        layout.questions()
                .filter(question -> visible(question, next) && !next.has(question.field()))
                .forEach(question -> Optional.ofNullable(question.prefill())
                        .flatMap(known)
                        .ifPresent(value -> offer(question, value, next)));
        return next;
    }

    /** An answer in words for people: labels of codes, dates and yes or no in Chinese; "未填写" where there is none. */
    public String words(Question question, ObjectNode data) {
        return AnswerWords.of(question, data.get(question.field()));
    }

    /** The answers in canonical spelling (identifiers upper case and without gaps, blank texts gone); a new object. */
    public ObjectNode canonical(ObjectNode data) {
        ObjectNode canonical = data.deepCopy();
        layout.questions()
                .filter(question -> canonical.path(question.field()).isTextual())
                .forEach(question -> PageBinding.respell(question, canonical));
        return canonical;
    }

    /** Fields that must be stored encrypted ({@code x-haina-secret}). */
    public Set<String> secretFields() {
        return Set.copyOf(secrets);
    }

    /** Cuts the answers in two, for the open and the encrypted store. */
    public Split split(ObjectNode data) {
        ObjectNode open = data.deepCopy();
        ObjectNode secret = JsonNodeFactory.instance.objectNode();
        for (String field : secrets) {
            JsonNode value = open.remove(field);
            if (value != null) secret.set(field, value);
        }
        return new Split(open, secret);
    }

    /** Answers cut in two; {@link #whole()} puts them together again. */
    public record Split(ObjectNode open, ObjectNode secret) {
        public ObjectNode whole() {
            ObjectNode whole = open.deepCopy();
            whole.setAll(secret);
            return whole;
        }
    }

    private void offer(Question question, String value, ObjectNode data) {
        PageBinding.answer(question, value, data);
        if (!answers.check(List.of(question), data).isEmpty()) data.remove(question.field());
    }

    private void dropHidden(ObjectNode data) {
        // Conditions name earlier questions only, so one pass in order settles chains.
        layout.questions()
                .filter(question -> !visible(question, data))
                .map(Question::field)
                .toList()
                .forEach(data::remove);
    }
}
