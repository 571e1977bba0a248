package org.haina.service.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.intake.RefusalReason;
import org.haina.service.worklist.TaskAdvice;
import org.haina.service.worklist.WorkItem;
import org.jspecify.annotations.Nullable;

/**
 * What the official can do with a case now.
 *
 * @param item the own task, or the one somebody has
 * @param others further tasks of this case that the official may do
 * @param actions those the law leaves open
 * @param bars those it does not, and why
 * @param chosen the action being filled in
 * @param advice what stands against the actions
 * @param errors by field of the form
 * @param preview what the applicant will read; empty unless asked for
 * @param late why the task could not be done any more
 */
record TaskPanel(
        State state,
        Optional<WorkItem> item,
        List<WorkItem> others,
        List<DeskWords.Action> actions,
        List<Line> bars,
        Optional<DeskWords.Action> chosen,
        TaskAdvice advice,
        TaskInput input,
        Map<String, String> errors,
        List<Line> preview,
        @Nullable String late,
        String remedies) {

    enum State {
        /** Nothing for this official. */
        NONE,
        FREE,
        MINE,
        /** A colleague has it. */
        TAKEN
    }

    /** A name and what is said of it. */
    record Line(String label, String text) {}

    /** What was entered last and what came of it. */
    record Attempt(TaskInput input, Map<String, String> errors, @Nullable String late) {

        static Attempt none(String task) {
            return new Attempt(TaskInput.none(task), Map.of(), null);
        }

        boolean isPreview() {
            return input.step().equals("preview") && errors.isEmpty();
        }
    }

    public boolean isMarking() {
        return state == State.MINE && chosen.filter(DeskWords.Action::marks).isPresent();
    }

    /** What stands against the action being filled in; it needs a reason then. */
    public @Nullable String caution() {
        return chosen.map(action -> advice.cautions().get(action.outcome())).orElse(null);
    }

    /** Reasons of the action being filled in that can still be used. */
    public List<RefusalReason> grounds() {
        return chosen.map(DeskWords.Action::reasons).orElse(List.of()).stream()
                .filter(reason -> !advice.closed().contains(reason.code()))
                .toList();
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    public boolean hasTyped() {
        return !input.opinion().isBlank() || input.marks().values().stream().anyMatch(TaskInput.Mark::ticked);
    }
}
