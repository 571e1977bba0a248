package org.haina.service.worklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The input to a task is not good enough; says what to mend, in Chinese, for the official. */
public final class TaskRefusedException extends RuntimeException {

    private final List<Problem> problems;

    public TaskRefusedException(List<Problem> problems) {
        super("Task input refused: " + problems.stream().map(Problem::field).toList());
        this.problems = List.copyOf(problems);
    }

    public static TaskRefusedException of(String field, String message) {
        return new TaskRefusedException(List.of(new Problem(field, message)));
    }

    public List<Problem> problems() {
        return problems;
    }

    /** Message by field, first message first. */
    public Map<String, String> byField() {
        return problems.stream()
                .collect(Collectors.toMap(Problem::field, Problem::message, (a, b) -> a, LinkedHashMap::new));
    }

    /** One thing to mend, at the field of that name. */
    public record Problem(String field, String message) {}
}
