package org.haina.processes;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** How each kind of element looks: the usual BPMN outlines, reduced to what citizens need. */
final class Shapes {
    private static final int TASK_LETTERS = 7;
    private static final int LABEL_LETTERS = 8;

    private Shapes() {}

    static void draw(Svg svg, FlowNode node, Diagram.Shape shape, String state) {
        String name = ProcessModel.text(node.getName());
        Diagram.Box box = shape.box();
        svg.openGroup(node.getId(), kind(node) + state, name);
        if (node instanceof SubProcess) {
            svg.rectangle(box, 8, "outline dashed");
            svg.text(name, box.centreX(), box.y() + 16, LABEL_LETTERS, "name");
        } else if (node instanceof Activity) {
            svg.rectangle(box, 8, node instanceof CallActivity ? "outline thick" : "outline");
            svg.text(name, box.centreX(), box.centreY(), TASK_LETTERS, "name");
        } else {
            outline(svg, node, box);
            label(svg, name, shape);
        }
        svg.closeGroup();
    }

    private static void outline(Svg svg, FlowNode node, Diagram.Box box) {
        if (node instanceof Event) {
            svg.circle(box, 0, node instanceof EndEvent ? "outline thick" : "outline");
            if (!(node instanceof EndEvent) && !(node instanceof StartEvent)) {
                svg.circle(box, 4, "outline");
            }
        } else {
            svg.diamond(box, "outline");
            svg.text(sign(node), box.centreX(), box.centreY(), 1, "sign");
        }
    }

    private static String sign(FlowNode gateway) {
        if (gateway instanceof EventBasedGateway) {
            return "○";
        }
        return gateway instanceof ParallelGateway ? "+" : "×";
    }

    private static void label(Svg svg, String name, Diagram.Shape shape) {
        Diagram.Box label = shape.label();
        double x = label == null ? shape.box().centreX() : label.centreX();
        double y = label == null ? shape.box().y() + shape.box().height() + 14 : label.centreY();
        svg.text(name, x, y, LABEL_LETTERS, "label");
    }

    private static String kind(FlowNode node) {
        if (node instanceof SubProcess) {
            return "node subprocess";
        }
        if (node instanceof UserTask) {
            return "node task person";
        }
        if (node instanceof CallActivity) {
            return "node task phase";
        }
        if (node instanceof Activity) {
            return "node task machine";
        }
        return node instanceof Event ? "node event" : "node gateway";
    }
}
