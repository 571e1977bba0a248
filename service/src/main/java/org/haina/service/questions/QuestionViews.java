package org.haina.service.questions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.haina.forms.Finding;
import org.haina.forms.Form;
import org.haina.forms.FormLayout.Question;
import org.jspecify.annotations.Nullable;

/** Some questions under some answers, to be looked at together. */
public final class QuestionViews {

    private final Form form;
    private final ObjectNode data;
    private final Map<String, String> errors = new HashMap<>();
    private Map<String, String> sources = Map.of();
    private Map<String, String> notes = Map.of();
    private @Nullable Map<String, List<String>> typed;
    private boolean everythingOpen;

    private QuestionViews(Form form, ObjectNode data) {
        this.form = form;
        this.data = data;
    }

    public static QuestionViews of(Form form, ObjectNode data) {
        return new QuestionViews(form, data);
    }

    public QuestionViews findings(Collection<Finding> findings) {
        findings.forEach(finding -> errors.putIfAbsent(field(finding), finding.message()));
        return this;
    }

    /** @param sources words for where an answer came from, by field */
    public QuestionViews sources(Map<String, String> sources) {
        this.sources = sources;
        return this;
    }

    /** @param notes what the official wrote, by field */
    public QuestionViews notes(Map<String, String> notes) {
        this.notes = notes;
        return this;
    }

    /** Shows what was typed instead of what is stored. */
    public QuestionViews typed(Map<String, List<String>> inputs) {
        this.typed = inputs;
        return this;
    }

    /** Also asks what is fixed while one applies, such as the document a person signed in with. */
    public QuestionViews everythingOpen() {
        this.everythingOpen = true;
        return this;
    }

    public List<QuestionView> list(List<Question> questions) {
        Map<String, List<String>> inputs = typed != null ? typed : form.inputs(questions, data);
        return questions.stream().map(question -> view(question, inputs)).toList();
    }

    private QuestionView view(Question question, Map<String, List<String>> inputs) {
        String field = question.field();
        return new QuestionView(
                question,
                form.visible(question, data),
                inputs,
                errors.get(field),
                sources.get(field),
                question.widget().isFile() ? "" : form.words(question, data),
                question.fixed() && data.has(field) && !everythingOpen,
                notes.get(field));
    }

    /** Field or material a finding speaks of. */
    public static String field(Finding finding) {
        String[] parts = finding.pointer().split("/");
        if (parts.length > 2 && parts[1].equals("materials")) {
            return parts[2];
        }
        return parts.length > 1 ? parts[1] : "";
    }
}
