package org.haina.service.workflow;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Looks at each element while a model is deployed: refuses scripts, classes, connectors, listeners, timers and every
 * expression outside the three forms, and hangs our own listener on each user task.
 */
final class ModelRules extends AbstractBpmnParseListener {

    private static final Pattern STEP = Pattern.compile("\\$\\{[a-z][A-Za-z0-9]*}");
    private static final Pattern CONDITION = Pattern.compile(
            "\\$\\{[a-z][A-Za-z0-9]*( (==|!=) ('[A-Za-z0-9_-]*'|true|false|\\d+))?}|\\$\\{![a-z][A-Za-z0-9]*}");
    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";
    private static final Set<String> FORBIDDEN_ELEMENTS = Set.of(
            "script",
            "executionListener",
            "taskListener",
            "connector",
            "timerEventDefinition",
            "scriptTask",
            "sendTask",
            "manualTask");
    private static final Set<String> FORBIDDEN_ATTRIBUTES =
            Set.of("class", "expression", "type", "resource", "assignee", "candidateUsers", "dueDate", "followUpDate");
    private static final List<String> TASK_EVENTS =
            List.of(TaskListener.EVENTNAME_CREATE, TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE);

    private final TaskListener taskEvents;

    ModelRules(TaskListener taskEvents) {
        this.taskEvents = taskEvents;
    }

    @Override
    public void parseRootElement(
            Element root, List<org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity> definitions) {
        inspect(root);
    }

    private void inspect(Element element) {
        if (FORBIDDEN_ELEMENTS.contains(element.getTagName())) {
            throw refusal(element, "element " + element.getTagName());
        }
        FORBIDDEN_ATTRIBUTES.stream()
                .filter(name -> element.attributeNS(
                                org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, name)
                        != null)
                .findFirst()
                .ifPresent(name -> {
                    throw refusal(element, "attribute " + name);
                });
        checkStep(element);
        checkCondition(element);
        checkParameter(element);
        element.elements().forEach(this::inspect);
    }

    private static void checkStep(Element element) {
        String step = camunda(element, "delegateExpression");
        if (step != null && !STEP.matcher(step).matches()) {
            throw refusal(element, "expression " + step);
        }
        String key = camunda(element, "businessKey");
        String own = element.getTagName().equals("in") ? element.attribute("businessKey") : null;
        if ((key != null && !key.equals(BUSINESS_KEY)) || (own != null && !own.equals(BUSINESS_KEY))) {
            throw refusal(element, "business key expression");
        }
    }

    /** Inputs and outputs carry words, never expressions or scripts. */
    private static void checkParameter(Element element) {
        boolean parameter = element.getTagName().equals("inputParameter")
                || element.getTagName().equals("outputParameter");
        if (parameter && !element.getText().trim().matches("[A-Za-z]+")) {
            throw refusal(element, "parameter that is not a word");
        }
    }

    private static void checkCondition(Element element) {
        if (element.getTagName().equals("conditionExpression")
                && !CONDITION.matcher(element.getText().trim()).matches()) {
            throw refusal(element, "condition " + element.getText().trim());
        }
    }

    private static @org.jspecify.annotations.Nullable String camunda(Element element, String name) {
        return element.attributeNS(org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, name);
    }

    private static ModelRefusedException refusal(Element element, String what) {
        return new ModelRefusedException("Model element " + element.attribute("id") + " uses a forbidden " + what
                + " (line " + element.getLine() + ")");
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        TASK_EVENTS.forEach(event -> definition.addBuiltInTaskListener(event, taskEvents));
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
        // conditions were checked with the whole document
    }
}
