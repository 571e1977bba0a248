package org.haina.processes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
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

    static int longest(ProcessModel model, ToIntFunction<String> weight) {
        Set<FlowNode> way = of(model);
        Map<FlowNode, Integer> known = new HashMap<>();
        return way.stream()
                .mapToInt(node -> longest(model, node, way, weight, known))
                .max()
                .orElse(0);
    }

    private static int longest(
            ProcessModel model,
            FlowNode node,
            Set<FlowNode> way,
            ToIntFunction<String> weight,
            Map<FlowNode, Integer> known) {
        Integer done = known.get(node);
        if (done != null) {
            return done;
        }
        // A way back is no further way: what stands here already counts as ended.
        known.put(node, 0);
        int after = model.outgoing(node).stream()
                .map(SequenceFlow::getTarget)
                .filter(way::contains)
                .mapToInt(next -> longest(model, next, way, weight, known))
                .max()
                .orElse(0);
        int all = weight.applyAsInt(node.getId()) + after;
        known.put(node, all);
        return all;
    }
}
