package org.haina.service.questions;

import java.util.List;
import java.util.Map;
import org.haina.forms.FormLayout.Question;
import org.haina.forms.FormLayout.Text;
import org.haina.forms.FormLayout.Widget;
import org.jspecify.annotations.Nullable;

/**
 * One question as a page shows it.
 *
 * @param visible asked under the answers so far; a page keeps the others ready for scripts
 * @param inputs what stands in the inputs of the page
 * @param error what is wrong with the answer
 * @param source where the answer came from, if nobody has typed it
 * @param words the answer for reading
 * @param given the answer is fixed and cannot be typed
 * @param note what the official wrote about it, in a correction
 */
public record QuestionView(
        Question question,
        boolean visible,
        Map<String, List<String>> inputs,
        @Nullable String error,
        @Nullable String source,
        String words,
        boolean given,
        @Nullable String note) {

    public String field() {
        return question.field();
    }

    /** Id of the input, or of the first one. */
    public String id() {
        return "q-" + question.field();
    }

    public String label() {
        return question.label().zh();
    }

    public @Nullable String help() {
        Text help = question.help();
        return help == null ? null : help.zh();
    }

    public String widget() {
        return question.widget().word();
    }

    /** A file, which travels in a form of its own. */
    public boolean file() {
        return question.widget().isFile();
    }

    /** One group of inputs with a legend, not one input with a label. */
    public boolean group() {
        return switch (question.widget()) {
            case RADIO, CHECKBOX, DECLARATION, BIRTHDATE -> true;
            default -> false;
        };
    }

    public boolean optional() {
        return !question.required() && question.widget() != Widget.DECLARATION;
    }

    public String value() {
        return value(field());
    }

    /** @param part {@code year}, {@code month} or {@code day} */
    public String box(String part) {
        return value(field() + "." + part);
    }

    private String value(String name) {
        return inputs.getOrDefault(name, List.of("")).stream().findFirst().orElse("");
    }

    public boolean chosen(String option) {
        return inputs.getOrDefault(field(), List.of()).contains(option);
    }

    /** Ids of what describes the input, for assistive technology. */
    public @Nullable String describedBy() {
        String ids = (help() == null ? "" : id() + "-hint ") + (error == null ? "" : id() + "-error");
        return ids.isBlank() ? null : ids.strip();
    }

    /** The question this one hangs on. */
    public @Nullable String whenField() {
        return question.when() == null ? null : question.when().field();
    }

    public @Nullable String whenAnswers() {
        return question.when() == null ? null : String.join("|", question.when().answers());
    }
}
