package org.haina.processes;

import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Three forms only: {@code ${step}}, a condition on one variable, and the business key of call activities. */
final class ExpressionRule implements ModelRule {
    private static final Pattern STEP = Pattern.compile("\\$\\{[a-z]\\w*}");
    static final Pattern CONDITION = Pattern.compile("\\$\\{(!?)([a-z]\\w*)(?: == (?:'(\\w+)'|(true|false)))?}");
    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";

    @Override
    public void check(ProcessModel model, Surroundings around, Report report) {
        model.elements(ServiceTask.class)
                .forEach(task -> report.unless(
                        STEP.matcher(ProcessModel.text(task.getCamundaDelegateExpression()))
                                .matches(),
                        task.getId(),
                        "a service task names its step as ${step}"));
        model.flows().forEach(flow -> condition(flow, report));
        for (Element element : model.xml().elements()) {
            RawXml.attributes(element).forEach(attribute -> attribute(attribute, element, report));
            boolean condition = "conditionExpression".equals(element.getLocalName());
            report.unless(
                    condition
                            || "documentation".equals(element.getLocalName())
                            || !isExpression(RawXml.ownText(element)),
                    RawXml.idNear(element),
                    "an expression outside the three forms: " + RawXml.ownText(element));
        }
    }

    private static void condition(SequenceFlow flow, Report report) {
        if (flow.getConditionExpression() != null) {
            String text = ProcessModel.text(flow.getConditionExpression().getTextContent())
                    .strip();
            boolean plain = flow.getConditionExpression().getLanguage() == null;
            report.unless(
                    plain && CONDITION.matcher(text).matches(),
                    flow.getId(),
                    "a condition compares one variable: ${name}, ${!name} or ${name == 'value'}, not " + text);
        }
    }

    private static void attribute(Attr attribute, Element element, Report report) {
        String value = attribute.getValue();
        boolean allowed = !isExpression(value)
                || ("delegateExpression".equals(attribute.getLocalName())
                        && STEP.matcher(value).matches())
                || ("businessKey".equals(attribute.getLocalName()) && BUSINESS_KEY.equals(value));
        report.unless(allowed, RawXml.idNear(element), "an expression outside the three forms: " + value);
    }

    private static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }
}
