package org.haina.processes;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** Every node can be reached from a start and can reach an end. */
final class ReachabilityRule implements ModelRule {
    @Override
    public void check(ProcessModel model, Surroundings around, Report report) {
        Set<FlowNode> fromStart = closure(of(model, StartEvent.class), node -> next(model, node));
        Set<FlowNode> toEnd = closure(of(model, EndEvent.class), node -> before(model, node));
        for (FlowNode node : model.nodes()) {
            if (!(node instanceof SubProcess)) {
                report.unless(fromStart.contains(node), node.getId(), "cannot be reached from a start event");
                report.unless(toEnd.contains(node), node.getId(), "leads to no end event");
            }
        }
        model.elements(EventBasedGateway.class)
                .forEach(gateway -> report.unless(
                        targets(model, gateway).allMatch(IntermediateCatchEvent.class::isInstance),
                        gateway.getId(),
                        "only messages may follow an event-based gateway"));
    }

    private static Set<FlowNode> of(ProcessModel model, Class<? extends FlowNode> type) {
        return Set.copyOf(model.elements(type));
    }

    private static Set<FlowNode> closure(Collection<FlowNode> from, Function<FlowNode, Stream<FlowNode>> step) {
        Set<FlowNode> seen = new HashSet<>(from);
        Deque<FlowNode> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            step.apply(open.pop()).filter(seen::add).forEach(open::push);
        }
        return seen;
    }

    private static Stream<FlowNode> next(ProcessModel model, FlowNode node) {
        return Stream.concat(targets(model, node), model.boundaries(node).stream());
    }

    private static Stream<FlowNode> before(ProcessModel model, FlowNode node) {
        Stream<FlowNode> sources = model.incoming(node).stream().map(SequenceFlow::getSource);
        return node instanceof BoundaryEvent event ? Stream.concat(sources, Stream.of(event.getAttachedTo())) : sources;
    }

    private static Stream<FlowNode> targets(ProcessModel model, FlowNode node) {
        return model.outgoing(node).stream().map(SequenceFlow::getTarget);
    }
}
