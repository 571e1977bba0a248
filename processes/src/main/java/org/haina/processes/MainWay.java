package org.haina.processes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** The usual way through a model: the first outgoing flow of each node, all of a parallel gateway, until an end. */
final class MainWay {
    private MainWay() {}

    static Set<FlowNode> of(ProcessModel model) {
        Set<FlowNode> way = new LinkedHashSet<>();
        Deque<FlowNode> next = new ArrayDeque<>(model.process().getChildElementsByType(StartEvent.class).stream()
                .limit(1)
                .toList());
        while (!next.isEmpty()) {
            FlowNode node = next.remove();
            if (way.add(node)) {
                model.outgoing(node).stream()
                        .limit(node instanceof ParallelGateway ? Long.MAX_VALUE : 1)
                        .map(SequenceFlow::getTarget)
                        .forEach(next::add);
            }
        }
        return way;
    }
}
