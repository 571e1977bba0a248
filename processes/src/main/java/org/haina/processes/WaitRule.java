package org.haina.processes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;

/**
 * Every wait has an owner and a limit. A receive task waits for what the step before it has asked, and the ledger of calls ends
 * that; an event waits for a person, whose time ends by the message of an expired clock beside it.
 */
final class WaitRule implements ModelRule {

    private static final String EXPIRED = "Expired";

    @Override
    public void check(ProcessModel model, Surroundings around, Report report) {
        model.elements(ReceiveTask.class)
                .forEach(wait -> report.unless(
                        askers(model, wait).allMatch(ServiceTask.class::isInstance),
                        wait.getId(),
                        "waits for an answer, and no step right before it asks"));
        model.elements(IntermediateCatchEvent.class)
                .forEach(wait -> report.unless(
                        before(model, wait).allMatch(source -> hasLimit(model, source)),
                        wait.getId(),
                        "waits without a limit: no message of an expired clock beside it"));
    }

    /** What comes before, seen through the questions between. */
    private static Stream<FlowNode> askers(ProcessModel model, FlowNode wait) {
        Set<FlowNode> seen = new LinkedHashSet<>(Set.of(wait));
        Deque<FlowNode> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            before(model, open.pop())
                    .filter(seen::add)
                    .filter(ExclusiveGateway.class::isInstance)
                    .forEach(open::push);
        }
        return seen.stream().filter(node -> node != wait && !(node instanceof ExclusiveGateway));
    }

    private static Stream<FlowNode> before(ProcessModel model, FlowNode node) {
        return model.incoming(node).stream().map(SequenceFlow::getSource);
    }

    private static boolean hasLimit(ProcessModel model, FlowNode source) {
        return source instanceof EventBasedGateway
                && model.outgoing(source).stream()
                        .map(SequenceFlow::getTarget)
                        .flatMap(target -> target.getChildElementsByType(MessageEventDefinition.class).stream())
                        .anyMatch(message -> message.getMessage() != null
                                && ProcessModel.text(message.getMessage().getName())
                                        .endsWith(EXPIRED));
    }
}
