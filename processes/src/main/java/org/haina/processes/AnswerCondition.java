package org.haina.processes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one answer of the application form.
 *
 * @param in holds if the answer is one of these; absent if its beginning is looked at
 * @param startsWith holds if the answer begins with one of these; absent if the whole answer is looked at
 */
public record AnswerCondition(String field, @Nullable List<String> in, @Nullable List<String> startsWith) {
    public AnswerCondition {
        in = in == null ? null : List.copyOf(in);
        startsWith = startsWith == null ? null : List.copyOf(startsWith);
    }

    /** Whether it holds of this answer; an answer that was not given is empty. */
    public boolean holds(String answer) {
        return in == null ? beginnings().stream().anyMatch(answer::startsWith) : in.contains(answer);
    }

    /** Whole answers of which it holds; empty if beginnings are looked at. */
    public List<String> answers() {
        return in == null ? List.of() : in;
    }

    /** Beginnings of answers of which it holds; empty if whole answers are looked at. */
    public List<String> beginnings() {
        return startsWith == null ? List.of() : startsWith;
    }
}
