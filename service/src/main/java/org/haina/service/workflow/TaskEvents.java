package org.haina.service.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.haina.service.keys.CaseNumber;
import org.springframework.context.ApplicationEventPublisher;

/** Tells the work list of each task that opens or closes, in the engine's own transaction. */
final class TaskEvents implements TaskListener {

    private final ApplicationEventPublisher events;

    TaskEvents(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void notify(DelegateTask task) {
        events.publishEvent(
                switch (task.getEventName()) {
                    case EVENTNAME_CREATE -> opened(task);
                    case EVENTNAME_COMPLETE -> new TaskClosed(task.getId(), caseOf(task), true);
                    default -> new TaskClosed(task.getId(), caseOf(task), false);
                });
    }

    private static TaskOpened opened(DelegateTask task) {
        return new TaskOpened(
                task.getId(),
                caseOf(task),
                task.getTaskDefinitionKey(),
                task.getName(),
                role(task),
                Workflow.organOf(task.getExecution()),
                outcomes(task));
    }

    /** By the execution: the task itself would first ask the database for variables of its own. */
    private static CaseNumber caseOf(DelegateTask task) {
        return Workflow.caseOf(task.getExecution());
    }

    private static String role(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Task " + task.getTaskDefinitionKey() + " names no role"));
    }

    private static List<String> outcomes(DelegateTask task) {
        return outcomes(task.getBpmnModelElementInstance());
    }

    static List<String> outcomes(UserTask task) {
        var extensions = task.getExtensionElements();
        return Optional.ofNullable(extensions).stream()
                .flatMap(e -> e.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(p -> p.getCamundaProperties().stream())
                .filter(p -> "outcomes".equals(p.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .flatMap(v -> Arrays.stream(v.split(",")))
                .map(String::trim)
                .toList();
    }
}
