package org.haina.processes;

import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A person's task declares what can come of it. */
final class UserTaskRule implements ModelRule {
    @Override
    public void check(ProcessModel model, Surroundings around, Report report) {
        model.elements(UserTask.class).forEach(element -> {
            ProcessModel.UserTask task = ProcessModel.userTask(element);
            report.unless(!task.outcomes().isEmpty(), task.key(), "the property outcomes is missing");
            report.unless(
                    Set.copyOf(task.outcomes()).size() == task.outcomes().size(),
                    task.key(),
                    "the same outcome twice: " + task.outcomes());
            task.outcomes()
                    .forEach(outcome -> report.unless(
                            outcome.matches("[a-z]\\w*"), task.key(), "not a name for an outcome: " + outcome));
        });
    }
}
