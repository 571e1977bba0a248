package org.haina.processes;

import java.util.Collection;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Documentation;

/** The process says on which law it rests; each activity says what it does. */
final class DocumentationRule implements ModelRule {
    @Override
    public void check(ProcessModel model, Surroundings around, Report report) {
        String text = text(model.process().getDocumentations());
        report.unless(!text.isEmpty(), model.key(), "documentation is missing");
        report.unless(text.isEmpty() || text.contains("《"), model.key(), "the documentation names no legal basis 《…》");
        model.elements(Activity.class)
                .forEach(activity -> report.unless(
                        !text(activity.getDocumentations()).isEmpty(), activity.getId(), "documentation is missing"));
    }

    private static String text(Collection<Documentation> documentations) {
        return documentations.stream()
                .map(Documentation::getTextContent)
                .reduce("", String::concat)
                .strip();
    }
}
