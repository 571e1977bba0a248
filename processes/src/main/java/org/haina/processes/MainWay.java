package org.haina.processes;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** The usual way through a model: the first outgoing flow of each node, until an end or a node seen before. */
final class MainWay {
    private MainWay() {}

    static Set<FlowNode> of(ProcessModel model) {
        Set<FlowNode> way = new LinkedHashSet<>();
        Optional<FlowNode> node = model.process().getChildElementsByType(StartEvent.class).stream()
                .map(FlowNode.class::cast)
                .findFirst();
        while (node.isPresent() && way.add(node.get())) {
            node = model.outgoing(node.get()).stream().findFirst().map(SequenceFlow::getTarget);
        }
        return way;
    }
}
