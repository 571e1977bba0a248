package org.haina.processes;

import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** English ids with the prefix of their kind, never generated ones; Chinese names for people. */
final class NamingRule implements ModelRule {
    private static final Pattern WORDS = Pattern.compile("[A-Z][a-z]+(?:[A-Z]?[a-z0-9]+)*");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Override
    public void check(ProcessModel model, Surroundings around, Report report) {
        model.nodes().forEach(node -> {
            id(node.getId(), prefix(node), report);
            report.unless(isNamed(node.getName()) || isMerge(model, node), node.getId(), "a Chinese name is missing");
        });
        model.flows().forEach(flow -> {
            id(flow.getId(), "Flow_", report);
            report.unless(
                    flow.getConditionExpression() == null || isNamed(flow.getName()),
                    flow.getId(),
                    "a flow with a condition needs a Chinese name");
        });
        model.elements(Message.class).forEach(message -> {
            id(message.getId(), "Message_", report);
            report.unless(
                    message.getId().equals(message.getName()), message.getId(), "id and name of a message must agree");
        });
        report.unless(isNamed(model.name()), model.key(), "a Chinese name is missing");
    }

    private static void id(String id, String prefix, Report report) {
        boolean good = id.startsWith(prefix)
                && WORDS.matcher(id.substring(prefix.length())).matches();
        report.unless(good, id, "the id must be " + prefix + " and English words, not a generated one");
    }

    private static String prefix(FlowNode node) {
        if (node instanceof SubProcess) {
            return "SubProcess_";
        }
        if (node instanceof Activity) {
            return "Task_";
        }
        if (node instanceof EndEvent) {
            return "EndEvent_";
        }
        return node instanceof Event ? "Event_" : "Gateway_";
    }

    private static boolean isNamed(String name) {
        return CHINESE.matcher(ProcessModel.text(name)).find();
    }

    private static boolean isMerge(ProcessModel model, FlowNode node) {
        return node instanceof Gateway && model.outgoing(node).size() == 1;
    }
}
