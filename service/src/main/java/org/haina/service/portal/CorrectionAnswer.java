package org.haina.service.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.forms.Finding;
import org.haina.forms.FormLayout.Question;
import org.haina.service.intake.Correction;
import org.haina.service.intake.CorrectionMark;
import org.haina.service.questions.QuestionView;
import org.haina.service.questions.QuestionViews;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a notice as far as it has been typed.
 *
 * @param before the answers as filed
 * @param after the same with what was typed
 */
record CorrectionAnswer(OwnCase own, Correction correction, ObjectNode before, ObjectNode after) {

    static CorrectionAnswer untouched(OwnCase own, Correction correction, ObjectNode before) {
        return new CorrectionAnswer(own, correction, before, before);
    }

    CorrectionAnswer typed(Map<String, List<String>> post) {
        // An identity is fixed while one applies; an official who asks for it again means it.
        return new CorrectionAnswer(own, correction, before, own.form().bind(questions(), post, before));
    }

    /** What the notice opens: the marked questions and those that hang on them. */
    List<Question> questions() {
        return own.form().reopened(correction.fields());
    }

    /** The new values of everything that is open. */
    ObjectNode answers() {
        ObjectNode answers = after.objectNode();
        questions().forEach(question -> {
            if (after.has(question.field())) {
                answers.set(question.field(), after.get(question.field()));
            }
        });
        return answers;
    }

    /** What is wrong with the open questions as they stand on the page: what was emptied is missing, not unchanged. */
    List<Finding> findings() {
        Set<String> open = questions().stream().map(Question::field).collect(Collectors.toSet());
        return own.form().check(after).stream()
                .filter(finding -> open.contains(QuestionViews.field(finding)))
                .toList();
    }

    List<QuestionView> views(List<Finding> findings, @Nullable Map<String, List<String>> typed) {
        QuestionViews views = QuestionViews.of(own.form(), after)
                .findings(findings)
                .notes(notes())
                .everythingOpen();
        if (typed != null) {
            views.typed(typed);
        }
        return views.list(questions().stream().filter(q -> !q.widget().isFile()).toList());
    }

    private Map<String, String> notes() {
        return correction.marks().stream()
                .filter(mark -> mark.field().isPresent())
                .collect(Collectors.toMap(
                        mark -> mark.field().orElseThrow(), CorrectionMark::text, (a, b) -> a + "；" + b));
    }

    /**
     * One answer before and after.
     *
     * @param asked true if the notice names it, false if it only hangs on one it names
     */
    record Change(String label, String was, String is, boolean asked) {
        public boolean same() {
            return was.equals(is);
        }
    }

    /** Labels of what the notice asks to be changed and nobody changed. */
    static List<String> untouched(List<Change> changes) {
        return changes.stream()
                .filter(change -> change.asked() && change.same())
                .map(Change::label)
                .toList();
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (Question question : questions()) {
            boolean shown = own.form().visible(question, before) || own.form().visible(question, after);
            if (shown && !question.widget().isFile()) {
                changes.add(new Change(
                        question.label().zh(),
                        own.form().words(question, before),
                        own.form().visible(question, after) ? own.form().words(question, after) : "不再需要",
                        correction.fields().contains(question.field())));
            }
        }
        return changes;
    }

    boolean unchanged() {
        return Objects.equals(before, after);
    }
}
