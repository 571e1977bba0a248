package org.haina.service.worklist;

import java.util.Map;
import java.util.Set;
import org.haina.service.access.Caller.Official;
import org.haina.service.keys.CaseNumber;

/** What completing one kind of task does. A feature implements it for each task it owns, and owns the task's page. */
public interface TaskHandler {

    /** Id of the user task in the model, e.g. {@code Task_AcceptApplication}. */
    String taskKey();

    /** The outcomes it knows what to do with; the model declares the same. */
    Set<String> outcomes();

    /** True if the organ that has the task is only asked: the case stays with the organ whose turn it is. */
    default boolean isBeside() {
        return false;
    }

    /** What stands against its outcomes in this case now; asked when the task is shown and when it is completed. */
    default TaskAdvice advice(CaseNumber number) {
        return TaskAdvice.NONE;
    }

    /** Outcomes that whoever chose them may take back while nobody has taken up what follows; none of them sends a letter. */
    default Set<String> undoable() {
        return Set.of();
    }

    /** Puts right what {@link #complete} has put down; the process goes back to the task by itself. */
    default void takeBack(WorkItem done, Official by) {}

    /**
     * Outcomes, with their names in Chinese, that may be corrected although the process has gone on: it goes the same way with
     * each of them. None by default.
     */
    default Map<String, String> amendable() {
        return Map.of();
    }

    /** True if what counts now says exactly this: the second click of two corrects nothing. */
    default boolean says(WorkItem done, String outcome, String opinion) {
        return false;
    }

    /**
     * Puts a corrected outcome in the place of the one before, which stays to be read.
     *
     * @throws TaskRefusedException if the input is not good enough
     */
    default void amend(WorkItem done, String outcome, String opinion, Official by) {
        throw new UnsupportedOperationException(taskKey() + " is not corrected");
    }

    /**
     * Does what the outcome means, before the process goes on; runs in the transaction that completes the task.
     *
     * @return variables for the process besides {@code outcome}
     * @throws TaskRefusedException if the input is not good enough; nothing is changed then
     */
    Map<String, Object> complete(TaskCommand command);
}
