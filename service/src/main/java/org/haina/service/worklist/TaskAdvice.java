package org.haina.service.worklist;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a feature says of the outcomes of one task before anybody chooses; the work list holds whoever completes it to
 * that.
 *
 * @param cautions by outcome, what stands against it: whoever chooses it nevertheless gives a reason
 * @param barred by outcome, why the law leaves it out
 * @param closed reason codes that cannot be used any more
 * @param preset the outcome that suggests itself
 */
public record TaskAdvice(
        Map<String, String> cautions, Map<String, String> barred, Set<String> closed, Optional<String> preset) {

    /** Everything is open and nothing suggests itself. */
    public static final TaskAdvice NONE = new TaskAdvice(Map.of(), Map.of(), Set.of(), Optional.empty());

    public TaskAdvice {
        cautions = Map.copyOf(cautions);
        barred = Map.copyOf(barred);
        closed = Set.copyOf(closed);
    }

    /** Advice against one outcome; empty text for none. */
    public static TaskAdvice caution(String outcome, Optional<String> against) {
        return against.map(words -> new TaskAdvice(Map.of(outcome, words), Map.of(), Set.of(), Optional.empty()))
                .orElse(NONE);
    }

    /** @throws TaskRefusedException if the command goes against it */
    void require(TaskCommand command) {
        String bar = barred.get(command.outcome());
        if (bar != null) {
            throw TaskRefusedException.of("outcome", bar);
        }
        if (command.reasons().stream().anyMatch(closed::contains)) {
            throw TaskRefusedException.of("reasons", "这个理由现在不能使用，请重新选择");
        }
        String caution = cautions.get(command.outcome());
        if (caution != null && command.opinion().isBlank()) {
            throw TaskRefusedException.of("opinion", caution + "。仍然这样处理的，请写明理由");
        }
    }
}
