package org.haina.service.intake;

import java.util.Optional;
import org.haina.forms.FormLayout;
import org.haina.processes.ItemDefinition;

/**
 * One thing to correct.
 *
 * @param target {@code /field} or {@code material:KEY}
 * @param label what the applicant knows it as
 * @param text what is wrong and what to do
 */
public record CorrectionMark(String target, String label, String text) {

    private static final String MATERIAL = "material:";

    /** How a question is named here. */
    static String target(FormLayout.Question question) {
        return (question.widget().isFile() ? MATERIAL : "/") + question.field();
    }

    static String target(ItemDefinition.Material material) {
        return MATERIAL + material.key();
    }

    public Optional<String> field() {
        return target.startsWith("/") ? Optional.of(target.substring(1)) : Optional.empty();
    }

    public Optional<String> material() {
        return target.startsWith(MATERIAL) ? Optional.of(target.substring(MATERIAL.length())) : Optional.empty();
    }
}
