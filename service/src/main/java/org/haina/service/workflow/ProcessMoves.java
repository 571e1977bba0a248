package org.haina.service.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.haina.service.workflow.CannotMoveException.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets a running process go on by the models of another deployment, called processes with it. */
@Service
public class ProcessMoves {

    private static final String STANDING =
            """
            select e.id_, e.proc_def_id_, d.key_, c.proc_def_id_, c.act_id_ from act_ru_execution e
            join act_re_procdef d on d.id_ = e.proc_def_id_
            left join act_ru_execution c on c.id_ = e.super_exec_
            where e.root_proc_inst_id_ = ? and e.parent_id_ is null order by e.super_exec_ is not null, e.id_
            """;

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    ProcessMoves(
            RepositoryService repository, RuntimeService runtime, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.repository = repository;
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * One process of a case.
     *
     * @param caller the element of the calling process it was called from; null for the root
     */
    private record Standing(
            String instance, String definition, String key, @Nullable String callerKey, @Nullable String caller) {}

    /**
     * Moves a case's process and all it has called; where it stands stays where it stands.
     *
     * @param root id of the root process instance
     * @param definition id of the definition the root goes on by; called ones go on by those of its deployment
     * @throws CannotMoveException if it stands where the other models have no place for it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(String root, String definition) {
        String deployment = repository.getProcessDefinition(definition).getDeploymentId();
        List<Standing> processes = jdbc.sql(STANDING)
                .param(root)
                .query((row, n) -> new Standing(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Optional.ofNullable(row.getString(4))
                                .map(id -> repository.getProcessDefinition(id).getKey())
                                .orElse(null),
                        row.getString(5)))
                .list();
        List<Place> lost = new ArrayList<>();
        for (Standing process : processes) {
            if (process.caller() == null) {
                move(process, definition, lost);
            } else {
                moveCalled(process, deployment, lost);
            }
        }
        if (!lost.isEmpty()) {
            throw new CannotMoveException(lost.stream().distinct().toList());
        }
        tell(root);
    }

    private void moveCalled(Standing process, String deployment, List<Place> lost) {
        Optional<String> target = definition(deployment, process.key());
        Optional<CallActivity> call = definition(deployment, String.valueOf(process.callerKey()))
                .flatMap(caller -> element(caller, String.valueOf(process.caller())))
                .filter(CallActivity.class::isInstance)
                .map(CallActivity.class::cast);
        if (call.isEmpty()) {
            return; // told at the calling process, which stands there
        }
        if (target.isEmpty() || !process.key().equals(call.get().getCalledElement())) {
            lost.add(new Place(call.get().getId(), name(call.get()), false));
            return;
        }
        move(process, target.get(), lost);
    }

    private void move(Standing process, String target, List<Place> lost) {
        if (process.definition().equals(target)) {
            return;
        }
        MigrationPlan plan = runtime.createMigrationPlan(process.definition(), target)
                .mapEqualActivities()
                .updateEventTriggers()
                .build();
        try {
            runtime.newMigration(plan).processInstanceIds(process.instance()).execute();
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("Process " + process.instance() + " goes on meanwhile", e);
        } catch (MigratingProcessInstanceValidationException e) {
            var report = e.getValidationReport();
            Stream.concat(
                            report.getActivityInstanceReports().stream().map(r -> r.getSourceScopeId()),
                            report.getTransitionInstanceReports().stream().map(r -> r.getSourceScopeId()))
                    .map(element -> place(process.definition(), target, element))
                    .forEach(lost::add);
            if (lost.isEmpty()) {
                lost.add(new Place(process.key(), process.key(), false));
            }
        }
    }

    private Place place(String from, String to, String element) {
        return new Place(
                element,
                element(from, element).map(ProcessMoves::name).orElse(element),
                element(to, element).isEmpty());
    }

    /** Open tasks keep what they were called when they opened, so the work list is told what they are called now. */
    private void tell(String root) {
        jdbc.sql(
                        """
                        select t.id_, t.proc_def_id_, t.task_def_key_ from act_ru_task t
                        join act_ru_execution p on p.id_ = t.proc_inst_id_ where p.root_proc_inst_id_ = ?
                        """)
                .param(root)
                .query((row, n) -> new OpenTask(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .forEach(task -> element(task.definition(), task.key())
                        .map(UserTask.class::cast)
                        .ifPresent(model -> events.publishEvent(changed(task.id(), model))));
    }

    private record OpenTask(String id, String definition, String key) {}

    private static TaskChanged changed(String id, UserTask task) {
        return new TaskChanged(
                id, name(task), String.join(",", task.getCamundaCandidateGroupsList()), TaskEvents.outcomes(task));
    }

    private Optional<String> definition(String deployment, String key) {
        return jdbc.sql("select id_ from act_re_procdef where deployment_id_ = ? and key_ = ?")
                .params(deployment, key)
                .query(String.class)
                .optional();
    }

    private Optional<FlowElement> element(String definition, String id) {
        return Optional.ofNullable(repository.getBpmnModelInstance(definition).getModelElementById(id));
    }

    private static String name(FlowElement element) {
        return Optional.ofNullable(element.getName())
                .filter(name -> !name.isBlank())
                .orElse(element.getId());
    }
}
