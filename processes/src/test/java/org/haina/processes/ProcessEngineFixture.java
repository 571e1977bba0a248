package org.haina.processes;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.init;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A bare engine in memory with all models deployed and every step replaced by one that only notes that it ran. */
final class ProcessEngineFixture implements BeforeEachCallback, AfterEachCallback {
    static final String CASE = "HN26TESTCASE0001";
    private static final ProcessEngine ENGINE = engine();
    private static final List<String> STEPS = new ArrayList<>();
    private static final Map<String, Map<String, Object>> FACTS = new HashMap<>();

    @Override
    public void beforeEach(ExtensionContext context) {
        STEPS.clear();
        FACTS.clear();
        finds(StepNames.ISSUE_CERTIFICATE, Map.of(VariableNames.NUMBERED, false));
        init(ENGINE);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ENGINE.getRuntimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(instance -> ENGINE.getRuntimeService().deleteProcessInstance(instance.getId(), "test ended"));
    }

    private static ProcessEngine engine() {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:processes;DB_CLOSE_DELAY=-1");
        configuration.setEnforceHistoryTimeToLive(true);
        Map<Object, Object> beans = new HashMap<>();
        StepNames.ALL.forEach(step -> beans.put(step, (JavaDelegate) execution -> note(step, execution)));
        configuration.setBeans(beans);
        ProcessEngine engine = configuration.buildProcessEngine();
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        Stream.concat(Artefacts.files(".bpmn"), Artefacts.files(".dmn"))
                .forEach(file -> deployment.addString(file, new String(Artefacts.bytes(file), StandardCharsets.UTF_8)));
        deployment.deploy();
        return engine;
    }

    private static void note(String step, DelegateExecution execution) {
        Objects.requireNonNull(execution.getVariable(VariableNames.CASE_NUMBER), "caseNumber must reach " + step);
        Object ending = execution.getVariable(VariableNames.ENDING);
        Object organ = execution.getVariable(VariableNames.ORGAN);
        STEPS.add((ending == null ? step : step + ":" + ending) + (organ == null ? "" : "@" + organ));
        if (step.equals(StepNames.DETERMINE_ELIGIBILITY)) {
            execution.setVariable(VariableNames.ELIGIBLE, true);
        }
        FACTS.getOrDefault(step, Map.of()).forEach(execution::setVariable);
    }

    /** What a step writes from now on in this test. */
    void finds(String step, Map<String, Object> variables) {
        FACTS.put(step, variables);
    }

    /** Steps run so far, in order; a step with an ending as {@code closeCase:granted}, in another organ's phase as {@code recordDecision@city}. */
    List<String> steps() {
        return List.copyOf(STEPS);
    }

    ProcessInstance start(String process) {
        return ENGINE.getRuntimeService()
                .startProcessInstanceByKey(process, CASE, Map.of(VariableNames.CASE_NUMBER, CASE));
    }

    void complete(String taskKey, String outcome) {
        Task task = ENGINE.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(taskKey)
                .singleResult();
        if (task == null) {
            throw new AssertionError("No open task " + taskKey);
        }
        ENGINE.getTaskService().complete(task.getId(), Map.of(VariableNames.OUTCOME, outcome));
    }

    /** As {@link #complete(String, String)}, of several open tasks of the same kind the one of that organ. */
    void complete(String taskKey, String organ, String outcome) {
        Task task = ENGINE.getTaskService().createTaskQuery().taskDefinitionKey(taskKey).list().stream()
                .filter(open -> organ.equals(organOf(open)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No open task " + taskKey + " of " + organ));
        ENGINE.getTaskService().complete(task.getId(), Map.of(VariableNames.OUTCOME, outcome));
    }

    /** Delivers to the one execution that waits, as the relay and the sweep do: by message and business key. */
    void message(String name, Map<String, Object> variables) {
        ENGINE.getRuntimeService()
                .createMessageCorrelation(name)
                .processInstanceBusinessKey(CASE)
                .setVariables(variables)
                .correlate();
    }

    void message(String name) {
        message(name, Map.of());
    }

    void withdraw(ProcessInstance root) {
        ENGINE.getRuntimeService()
                .createMessageCorrelation(MessageNames.APPLICATION_WITHDRAWN)
                .processInstanceId(root.getId())
                .correlate();
    }

    void runJobs() {
        for (Job job : ENGINE.getManagementService().createJobQuery().active().list()) {
            ENGINE.getManagementService().executeJob(job.getId());
        }
    }

    /** The organ whose officials have the one open task; null for the organ in charge. */
    Object organOfTask() {
        return organOf(ENGINE.getTaskService().createTaskQuery().singleResult());
    }

    private static Object organOf(Task task) {
        return ENGINE.getRuntimeService().getVariable(task.getExecutionId(), VariableNames.ORGAN);
    }

    /** As {@link #openTasks}, with the organ: {@code Task_GiveOpinion@police}. */
    List<String> openTasksByOrgan() {
        return ENGINE.getTaskService().createTaskQuery().list().stream()
                .map(task -> task.getTaskDefinitionKey() + "@" + organOf(task))
                .toList();
    }

    List<String> openTasks() {
        return ENGINE.getTaskService().createTaskQuery().list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    boolean waitsFor(String message) {
        Execution waiting = ENGINE.getRuntimeService()
                .createExecutionQuery()
                .messageEventSubscriptionName(message)
                .singleResult();
        return waiting != null;
    }

    boolean isRunning(ProcessInstance instance) {
        return ENGINE.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count()
                == 1;
    }

    long instances() {
        return ENGINE.getRuntimeService().createProcessInstanceQuery().count();
    }

    /** The end event at which a finished instance ended. */
    String endOf(ProcessInstance instance) {
        return ENGINE
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .activityType("noneEndEvent")
                .list()
                .stream()
                .map(org.camunda.bpm.engine.history.HistoricActivityInstance::getActivityId)
                .reduce((first, second) -> {
                    throw new AssertionError("Two ends: " + first + ", " + second);
                })
                .orElse("");
    }

    /** The outcome a finished instance left. */
    Object outcomeOf(ProcessInstance instance) {
        return ENGINE.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .variableName(VariableNames.OUTCOME)
                .singleResult()
                .getValue();
    }

    /** The rows of a decision table that apply. */
    List<Map<String, Object>> decide(String decision, Map<String, Object> facts) {
        return ENGINE.getDecisionService()
                .evaluateDecisionTableByKey(decision, facts)
                .getResultList();
    }
}
