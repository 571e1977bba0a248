package org.haina.processes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.jspecify.annotations.Nullable;

/** Where a model's author drew what, in the diagram's own units (pixels). */
record Diagram(Map<String, Shape> shapes, Map<String, Line> lines) {
    /** A rectangle. */
    record Box(double x, double y, double width, double height) {
        double centreX() {
            return x + width / 2;
        }

        double centreY() {
            return y + height / 2;
        }
    }

    /** A point of a line. */
    record Point(double x, double y) {}

    /** A node and where its name stands beside it. */
    record Shape(Box box, @Nullable Box label) {}

    /** A flow. */
    record Line(List<Point> points, @Nullable Box label) {}

    static Diagram of(ProcessModel model) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        Map<String, Line> lines = new LinkedHashMap<>();
        for (BpmnShape shape : model.elements(BpmnShape.class)) {
            if (shape.getBpmnElement() != null && shape.getBounds() != null) {
                shapes.put(
                        shape.getBpmnElement().getId(), new Shape(box(shape.getBounds()), label(shape.getBpmnLabel())));
            }
        }
        for (BpmnEdge edge : model.elements(BpmnEdge.class)) {
            List<Point> points = edge.getWaypoints().stream()
                    .map(point -> new Point(point.getX(), point.getY()))
                    .toList();
            if (edge.getBpmnElement() != null && points.size() > 1) {
                lines.put(edge.getBpmnElement().getId(), new Line(points, label(edge.getBpmnLabel())));
            }
        }
        return new Diagram(shapes, lines);
    }

    /** The smallest box around everything drawn, with a margin. */
    Box extent(double margin) {
        List<Box> boxes = new ArrayList<>();
        shapes.values().forEach(shape -> {
            boxes.add(shape.box());
            if (shape.label() != null) {
                boxes.add(shape.label());
            }
        });
        lines.values().forEach(line -> line.points().forEach(point -> boxes.add(new Box(point.x(), point.y(), 0, 0))));
        double left = boxes.stream().mapToDouble(Box::x).min().orElse(0) - margin;
        double top = boxes.stream().mapToDouble(Box::y).min().orElse(0) - margin;
        double right =
                boxes.stream().mapToDouble(box -> box.x() + box.width()).max().orElse(0) + margin;
        double bottom =
                boxes.stream().mapToDouble(box -> box.y() + box.height()).max().orElse(0) + margin;
        return new Box(left, top, right - left, bottom - top);
    }

    private static @Nullable Box label(@Nullable BpmnLabel label) {
        return label == null || label.getBounds() == null ? null : box(label.getBounds());
    }

    private static Box box(Bounds bounds) {
        return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
