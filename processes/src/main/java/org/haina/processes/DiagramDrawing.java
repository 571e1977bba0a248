package org.haina.processes;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * Draws a model as its author laid it out, for pages that must work without scripts. The SVG carries classes only
 * ({@code done}, {@code current}, and the kind of each element): colours are the page's business, and a strict content
 * security policy lets it pass. Beside it a page shows the same as a list of words.
 */
public final class DiagramDrawing {
    private static final double MARGIN = 12;

    private DiagramDrawing() {}

    /**
     * Draws the whole model.
     *
     * @param done ids of elements that were passed
     * @param current ids of elements where the case waits; an id in both counts as current
     * @return one {@code svg} element with title and description, safe to put into a page as it is
     */
    public static String draw(ProcessModel model, Collection<String> done, Collection<String> current) {
        Diagram diagram = Diagram.of(model);
        Svg svg = new Svg("diagram-" + model.key());
        svg.open(diagram.extent(MARGIN), model.name(), description(model, done, current));
        for (SequenceFlow flow : model.flows()) {
            line(svg, diagram, flow, done, current);
        }
        Map<String, FlowNode> nodes =
                model.nodes().stream().collect(Collectors.toMap(FlowNode::getId, Function.identity()));
        diagram.shapes().forEach((id, shape) -> {
            FlowNode node = nodes.get(id);
            if (node != null) {
                Shapes.draw(svg, node, shape, state(id, done, current));
            }
        });
        return svg.close();
    }

    private static void line(
            Svg svg, Diagram diagram, SequenceFlow flow, Collection<String> done, Collection<String> current) {
        Diagram.Line line = diagram.lines().get(flow.getId());
        if (line == null) {
            return;
        }
        String target = flow.getTarget().getId();
        boolean passed = done.contains(flow.getSource().getId()) && (done.contains(target) || current.contains(target));
        svg.line(line.points(), passed ? "flow done" : "flow");
        if (line.label() != null) {
            svg.text(
                    ProcessModel.text(flow.getName()),
                    line.label().centreX(),
                    line.label().centreY(),
                    12,
                    "label");
        }
    }

    private static String state(String id, Collection<String> done, Collection<String> current) {
        if (current.contains(id)) {
            return " current";
        }
        return done.contains(id) ? " done" : "";
    }

    private static String description(ProcessModel model, Collection<String> done, Collection<String> current) {
        List<String> drawn = List.copyOf(Diagram.of(model).shapes().keySet());
        Stream<String> passed = drawn.stream().filter(id -> done.contains(id) && !current.contains(id));
        return "已完成：" + names(model, passed) + "；正在进行："
                + names(model, drawn.stream().filter(current::contains));
    }

    private static String names(ProcessModel model, Stream<String> ids) {
        String names = ids.flatMap(id -> model.findName(id).stream()).collect(Collectors.joining("、"));
        return names.isEmpty() ? "无" : names;
    }
}
