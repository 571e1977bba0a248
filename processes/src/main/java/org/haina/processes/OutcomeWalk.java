package org.haina.processes;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Walks a model with the value that {@code outcome} has at each node: a user task leaves each of its outcomes, a call
 * activity each of its process's, an output parameter its literal. What arrives at a gateway must find a flow.
 */
final class OutcomeWalk {
    /** The outcome before anything set one. */
    static final String NONE = "";

    /** A node and the outcome it is entered with. */
    record Arrival(FlowNode node, String outcome) {}

    private final ProcessModel model;
    private final Map<String, Set<String>> called;
    private final Map<String, String> literals;
    private final Set<Arrival> seen = new HashSet<>();
    private final Deque<Arrival> open = new ArrayDeque<>();
    private final Set<Arrival> stuck = new LinkedHashSet<>();
    private final Set<SequenceFlow> taken = new HashSet<>();
    private final Set<String> endOutcomes = new TreeSet<>();

    private OutcomeWalk(ProcessModel model, Map<String, Set<String>> called) {
        this.model = model;
        this.called = called;
        this.literals = model.elements(CamundaOutputParameter.class).stream()
                .filter(output -> VariableNames.OUTCOME.equals(output.getCamundaName()))
                .collect(Collectors.toMap(
                        OutcomeWalk::ownerOf, output -> output.getTextContent().strip(), (first, second) -> second));
    }

    /** @param called outcomes of the processes that call activities name */
    static OutcomeWalk through(ProcessModel model, Map<String, Set<String>> called) {
        OutcomeWalk walk = new OutcomeWalk(model, called);
        model.elements(StartEvent.class).forEach(start -> walk.arrive(start, NONE));
        while (!walk.open.isEmpty()) {
            walk.leave(walk.open.pop());
        }
        return walk;
    }

    /** Outcomes with which the process can end. */
    Set<String> endOutcomes() {
        return endOutcomes;
    }

    /** Gateways entered with an outcome that no flow takes. */
    Set<Arrival> stuck() {
        return stuck;
    }

    /** Whether some outcome takes this flow. */
    boolean takes(SequenceFlow flow) {
        return taken.contains(flow);
    }

    private void arrive(FlowNode node, String outcome) {
        Arrival arrival = new Arrival(node, outcome);
        if (seen.add(arrival)) {
            open.push(arrival);
        }
    }

    private void leave(Arrival at) {
        if (at.node() instanceof EndEvent && at.node().getParentElement().equals(model.process())) {
            endOutcomes.add(at.outcome());
        }
        model.boundaries(at.node()).forEach(event -> arrive(event, at.outcome()));
        outcomesAfter(at).forEach(outcome -> follow(at.node(), outcome));
    }

    private void follow(FlowNode node, String outcome) {
        List<SequenceFlow> flows = model.outgoing(node).stream()
                .filter(flow -> isTaken(flow, outcome))
                .toList();
        if (flows.isEmpty() && node instanceof ExclusiveGateway gateway) {
            flows = gateway.getDefault() == null ? List.of() : List.of(gateway.getDefault());
            if (flows.isEmpty()) {
                stuck.add(new Arrival(node, outcome));
            }
        }
        flows.forEach(flow -> {
            taken.add(flow);
            arrive(flow.getTarget(), outcome);
        });
    }

    private Collection<String> outcomesAfter(Arrival at) {
        String literal = literals.get(at.node().getId());
        if (literal != null) {
            return Set.of(literal);
        }
        if (at.node() instanceof UserTask task) {
            return ProcessModel.userTask(task).outcomes();
        }
        if (at.node() instanceof CallActivity call) {
            return called.getOrDefault(ProcessModel.text(call.getCalledElement()), Set.of(NONE));
        }
        return Set.of(at.outcome());
    }

    /** Conditions on other variables may go either way. */
    private static boolean isTaken(SequenceFlow flow, String outcome) {
        if (flow.getConditionExpression() == null) {
            return !isDefault(flow);
        }
        Matcher condition = ExpressionRule.CONDITION.matcher(
                flow.getConditionExpression().getTextContent().strip());
        return !condition.matches()
                || !VariableNames.OUTCOME.equals(condition.group(2))
                || outcome.equals(condition.group(3));
    }

    private static boolean isDefault(SequenceFlow flow) {
        return flow.getSource() instanceof ExclusiveGateway gateway && flow.equals(gateway.getDefault());
    }

    /** The id of the flow node an extension element belongs to. */
    static String ownerOf(ModelElementInstance element) {
        ModelElementInstance owner = element;
        while (owner != null && !(owner instanceof FlowNode)) {
            owner = owner.getParentElement();
        }
        return owner == null ? "" : ((FlowNode) owner).getId();
    }
}
