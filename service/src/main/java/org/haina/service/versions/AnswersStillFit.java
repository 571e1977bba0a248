package org.haina.service.versions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.forms.Finding;
import org.haina.forms.Form;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.keys.CaseNumber;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nobody is asked anew: what has been filled in and handed in must do for the other version as it did for this one. */
@Component
@Order(2)
class AnswersStillFit implements MoveRule {

    private static final String REQUIRED = "required";

    private final Cases cases;
    private final CaseMaterials materials;

    AnswersStillFit(Cases cases, CaseMaterials materials) {
        this.cases = cases;
        this.materials = materials;
    }

    @Override
    public Optional<String> obstacle(Moving moving) {
        CaseNumber number = moving.file().number();
        ObjectNode answers = cases.answers(moving.file());
        Set<String> supplied =
                materials.of(number).stream().map(SuppliedMaterial::key).collect(Collectors.toSet());
        Set<Broken> before = new HashSet<>(broken(moving.from().applicationForm(), answers, supplied));
        Form form = moving.to().applicationForm();
        String words = broken(form, answers, supplied).stream()
                .filter(broken -> !before.contains(broken))
                .map(broken -> words(form, broken))
                .distinct()
                .collect(Collectors.joining("；"));
        return Optional.of(words).filter(text -> !text.isEmpty());
    }

    private static List<Broken> broken(Form form, ObjectNode answers, Set<String> supplied) {
        return Stream.concat(form.check(answers).stream(), form.checkFiles(answers, supplied).stream())
                .map(Broken::of)
                .toList();
    }

    private static String words(Form form, Broken broken) {
        String label = form.layout()
                .questions()
                .filter(question -> question.field().equals(broken.field()))
                .map(question -> question.label().zh())
                .findFirst()
                .orElse(broken.field());
        return broken.rule().equals(REQUIRED) ? "新版本还要求“%s”".formatted(label) : "“%s”不符合新版本的要求".formatted(label);
    }

    /** A rule that an answer breaks. */
    private record Broken(String field, String rule) {

        static Broken of(Finding finding) {
            String[] parts = finding.pointer().split("/");
            boolean material = parts.length > 2 && parts[1].equals("materials");
            return new Broken(parts.length > 1 ? parts[material ? 2 : 1] : "", finding.rule());
        }
    }
}
