package org.haina.service.worklist;

import java.util.Map;
import java.util.Set;
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

    /**
     * Does what the outcome means, before the process goes on; runs in the transaction that completes the task.
     *
     * @return variables for the process besides {@code outcome}
     * @throws TaskRefusedException if the input is not good enough; nothing is changed then
     */
    Map<String, Object> complete(TaskCommand command);
}
