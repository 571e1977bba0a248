package org.haina.service.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.pvm.runtime.ActivityInstanceState;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.haina.processes.VariableNames;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything the features ask of the engine. All calls join the caller's transaction. */
@Service
public class Workflow {

    /** The one variable every process carries. */
    public static final String CASE_NUMBER = "caseNumber";

    private static final String LAST_PHASE =
            """
            select a.act_id_, p.proc_def_key_ from act_hi_actinst a
            join act_hi_procinst p on p.id_ = a.call_proc_inst_id_
            where a.proc_inst_id_ = :root and a.act_type_ = 'callActivity' and a.end_time_ is not null
            order by a.end_time_ desc, a.sequence_counter_ desc limit 1
            """;

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final JdbcClient jdbc;
    private volatile Map<String, String> definitions = Map.of();

    Workflow(RepositoryService repository, RuntimeService runtime, TaskService tasks, JdbcClient jdbc) {
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    /**
     * Deploys all models of a release together, so that call activities and decisions find their partners; does nothing
     * if the newest deployment holds the same bytes.
     *
     * @param models file name to content, {@code .bpmn} and {@code .dmn}
     * @throws ModelRefusedException if a model uses a forbidden construct
     */
    public void deploy(Map<String, byte[]> models) {
        definitions = definitions(build("release", models));
    }

    /**
     * Deploys a set of models beside the release, which stays what it is.
     *
     * @return id of the definition of the item's own process
     * @throws ModelRefusedException if a model uses a forbidden construct
     */
    @Transactional
    public String deployBeside(String name, ItemKey item, Map<String, byte[]> models) {
        return Optional.ofNullable(definitions(build(name, models)).get(item.value()))
                .orElseThrow(() -> new IllegalStateException("No model deployed for " + item));
    }

    private String build(String name, Map<String, byte[]> models) {
        DeploymentBuilder deployment = repository.createDeployment().name(name).enableDuplicateFiltering(false);
        new TreeMap<>(models)
                .forEach((file, content) -> deployment.addInputStream(file, new java.io.ByteArrayInputStream(content)));
        return deployment.deploy().getId();
    }

    /** Id by key. A node keeps to the models it came with, whatever a newer release deploys beside it. */
    private Map<String, String> definitions(String deployment) {
        return jdbc
                .sql("select key_, id_ from act_re_procdef where deployment_id_ = ?")
                .param(deployment)
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * The definition of a process as last deployed here.
     *
     * @throws IllegalStateException if no model of the item is deployed
     */
    public String definition(ItemKey item) {
        return definition(item.value());
    }

    private String definition(String process) {
        return Optional.ofNullable(definitions.get(process))
                .orElseThrow(() -> new IllegalStateException("No model deployed for " + process));
    }

    /**
     * Starts the process of a case.
     *
     * @param definition id of the definition it runs by
     * @return id of the root process instance, to be kept with the case
     */
    @Transactional
    public String start(String definition, CaseNumber number) {
        return start(definition, number, Map.of());
    }

    /**
     * Starts a phase as a process of its own, for what goes on after the case is closed.
     *
     * @return id of the root process instance
     */
    @Transactional
    public String startPhase(String phase, CaseNumber number) {
        return startPhase(phase, number, Optional.empty());
    }

    /**
     * As {@link #startPhase(String, CaseNumber)}, handed to an organ beside the one in charge.
     *
     * @param organ one of {@link VariableNames#ORGANS}; empty for the organ in charge
     */
    @Transactional
    public String startPhase(String phase, CaseNumber number, Optional<String> organ) {
        return start(
                definition(phase),
                number,
                organ.<Map<String, Object>>map(name -> Map.of(VariableNames.ORGAN, name))
                        .orElse(Map.of()));
    }

    private String start(String definition, CaseNumber number, Map<String, Object> routing) {
        return runtime.createProcessInstanceById(definition)
                .businessKey(number.value())
                .setVariable(CASE_NUMBER, number.value())
                .setVariables(routing)
                .execute()
                .getProcessInstanceId();
    }

    /**
     * Hands a message to the case's process if something there waits for it.
     *
     * @param rootInstance the id kept with the case; business keys are not unique
     * @return false if nothing waits for the message
     */
    @Transactional
    public boolean correlate(String rootInstance, String message, Map<String, Object> variables) {
        Optional<String> execution = jdbc.sql(
                        """
                        select s.execution_id_ from act_ru_event_subscr s
                        join act_ru_execution p on p.id_ = s.proc_inst_id_
                        where s.event_type_ = 'message' and s.event_name_ = :message and p.root_proc_inst_id_ = :root
                        """)
                .param("message", message)
                .param("root", rootInstance)
                .query(String.class)
                .optional();
        execution.ifPresent(id -> runtime.messageEventReceived(message, id, variables));
        return execution.isPresent();
    }

    /** The case that a step or a task belongs to. */
    public static CaseNumber caseOf(VariableScope scope) {
        return new CaseNumber((String) scope.getVariable(CASE_NUMBER));
    }

    /** Whose officials act there, one of {@link org.haina.processes.VariableNames#ORGANS}; empty for the organ in charge. */
    public static Optional<String> organOf(VariableScope scope) {
        return Optional.ofNullable((String) scope.getVariable(VariableNames.ORGAN));
    }

    /** Completes a task; the variables become visible to the flow that follows. */
    @Transactional
    public void complete(String taskId, Map<String, Object> variables) {
        tasks.complete(taskId, variables);
    }

    /**
     * Ends a case's process where it stands, called processes included; its tasks close in the same transaction. For acts
     * that no model draws because they may come at any time.
     *
     * @param reason kept with the engine's history
     */
    @Transactional
    public void end(String rootInstance, String reason) {
        runtime.deleteProcessInstance(rootInstance, reason);
    }

    /** Key of the process called last by the case's own and ended since: the phase before the one where the case stands. */
    public Optional<String> phaseBefore(String rootInstance) {
        return jdbc.sql(LAST_PHASE)
                .param("root", rootInstance)
                .query((row, n) -> row.getString(2))
                .optional();
    }

    /**
     * Goes back to the phase before the one where the case stands and begins it anew; tasks of the phase that is left are
     * closed in the same transaction.
     *
     * @throws IllegalStateException if there is no phase before, or the case stands in several at once
     */
    @Transactional
    public void goBack(String rootInstance) {
        String before = jdbc.sql(LAST_PHASE)
                .param("root", rootInstance)
                .query((row, n) -> row.getString(1))
                .optional()
                .orElseThrow(() -> new IllegalStateException("No phase before in " + rootInstance));
        ActivityInstance[] standing = runtime.getActivityInstance(rootInstance).getChildActivityInstances();
        if (standing.length != 1) {
            throw new IllegalStateException("Not one phase in " + rootInstance);
        }
        runtime.createProcessInstanceModification(rootInstance)
                .startBeforeActivity(before)
                .cancelActivityInstance(standing[0].getId())
                .execute();
    }

    /**
     * The open task to which the completion of this one has led in the same process; empty if it has led elsewhere, or to
     * something that is done already.
     */
    public Optional<String> taskAfter(String completed) {
        return tasks(completed).filter(last -> last.get(1).equals(completed)).map(last -> last.get(0));
    }

    /** The open task of the process and the one completed last; empty unless there are both. */
    private Optional<List<String>> tasks(String completed) {
        List<String> last = jdbc.sql(
                        """
                        select case when row_number() over newest = 1 and end_time_ is not null then '' else task_id_ end
                        from act_hi_actinst
                        where proc_inst_id_ = (select proc_inst_id_ from act_hi_taskinst where id_ = :task) and act_type_ = 'userTask'
                        window newest as (order by start_time_ desc, sequence_counter_ desc)
                        order by start_time_ desc, sequence_counter_ desc limit 2
                        """)
                .param("task", completed)
                .query(String.class)
                .list();
        return last.size() == 2 && !last.get(0).isEmpty() ? Optional.of(last) : Optional.empty();
    }

    /**
     * Opens a completed task anew and closes the one to which it has led, in the same transaction.
     *
     * @throws IllegalStateException if something is done already
     */
    @Transactional
    public void returnTo(String completed) {
        String open = taskAfter(completed)
                .orElseThrow(() -> new IllegalStateException("Task " + completed + " is not the last one"));
        String process = ofTask("proc_inst_id_", open);
        ActivityInstance[] standing =
                runtime.getActivityInstance(process).getActivityInstances(ofTask("task_def_key_", open));
        runtime.createProcessInstanceModification(process)
                .startBeforeActivity(ofTask("task_def_key_", completed))
                .cancelActivityInstance(standing[0].getId())
                .execute();
    }

    private String ofTask(String column, String task) {
        return jdbc.sql("select " + column + " from act_hi_taskinst where id_ = :task")
                .param("task", task)
                .query(String.class)
                .single();
    }

    /** What has been passed and where the case stands, oldest first, called processes included; at most 1,000. */
    @Transactional(readOnly = true)
    public List<PassedActivity> progress(String rootInstance) {
        return jdbc.sql(
                        """
                        select proc_def_key_, act_id_, start_time_, end_time_, act_inst_state_ from act_hi_actinst
                        where root_proc_inst_id_ = :root order by start_time_, sequence_counter_ limit 1000
                        """)
                .param("root", rootInstance)
                .query((row, n) -> new PassedActivity(
                        row.getString(1),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        Optional.ofNullable(row.getTimestamp(4)).map(java.util.Date::toInstant),
                        row.getInt(5) == ActivityInstanceState.CANCELED.getStateCode()))
                .list();
    }
}
