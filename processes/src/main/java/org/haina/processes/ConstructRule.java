package org.haina.processes;

import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * Only what is listed may stand in a model. A list of what is allowed, because a list of what is forbidden is never
 * complete: the engine would run scripts, classes and expressions from many places.
 */
final class ConstructRule implements ModelRule {
    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "message",
            "process",
            "documentation",
            "extensionElements",
            "incoming",
            "outgoing",
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "messageEventDefinition",
            "userTask",
            "serviceTask",
            "receiveTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "eventBasedGateway",
            "parallelGateway",
            "sequenceFlow",
            "conditionExpression",
            "textAnnotation",
            "association",
            "text");
    private static final Set<String> EXTENSIONS =
            Set.of("inputOutput", "inputParameter", "outputParameter", "properties", "property", "in", "out");
    private static final Set<String> ATTRIBUTES = Set.of(
            "delegateExpression",
            "candidateGroups",
            "calledElementBinding",
            "decisionRef",
            "decisionRefBinding",
            "mapDecisionResult",
            "resultVariable",
            "historyTimeToLive",
            "versionTag",
            "asyncBefore");
    private static final Map<String, String> WHY = Map.of(
            "timerEventDefinition", "time is kept in clock_due, never in a model",
            "scriptTask", "no scripts in models",
            "script", "no scripts in models",
            "class", "no classes in models, only ${step}",
            "expression", "no method calls in models, only ${step}",
            "executionListener", "no listeners in models",
            "taskListener", "no listeners in models",
            "errorEventDefinition", "no BPMN error crosses a call activity: use an outcome",
            "multiInstanceLoopCharacteristics", "no multi-instance: one row per check");

    @Override
    public void check(ProcessModel model, Surroundings around, Report report) {
        for (Element element : model.xml().elements()) {
            String space = String.valueOf(element.getNamespaceURI());
            if (space.equals(RawXml.BPMN)) {
                allow(ELEMENTS, element.getLocalName(), element, report);
                RawXml.attributes(element).forEach(attribute -> attribute(attribute, element, report));
            } else if (space.equals(RawXml.CAMUNDA)) {
                allow(EXTENSIONS, element.getLocalName(), element, report);
            } else {
                report.unless(
                        space.startsWith("http://www.omg.org/spec/"),
                        RawXml.idNear(element),
                        "<" + element.getNodeName() + "> belongs to no known namespace");
            }
        }
        messagesOnly(model, report);
    }

    private static void attribute(Attr attribute, Element element, Report report) {
        if (RawXml.CAMUNDA.equals(attribute.getNamespaceURI())) {
            allow(ATTRIBUTES, attribute.getLocalName(), element, report);
        }
    }

    private static void allow(Set<String> allowed, String name, Element element, Report report) {
        report.unless(
                allowed.contains(name),
                RawXml.idNear(element),
                name + " is not allowed: " + WHY.getOrDefault(name, "not among the constructs models may use"));
    }

    private static void messagesOnly(ProcessModel model, Report report) {
        for (Element element : model.xml().elements()) {
            switch (String.valueOf(element.getLocalName())) {
                case "subProcess" ->
                    report.unless(
                            "true".equals(element.getAttribute("triggeredByEvent")),
                            element.getAttribute("id"),
                            "a sub-process is only for an event, phases are call activities");
                case "endEvent", "intermediateThrowEvent" ->
                    report.unless(
                            element.getElementsByTagNameNS(RawXml.BPMN, "messageEventDefinition")
                                            .getLength()
                                    == 0,
                            element.getAttribute("id"),
                            "nothing in a model sends: a step writes an outbound row");
                default -> {
                    // the lists above say it all
                }
            }
        }
    }
}
