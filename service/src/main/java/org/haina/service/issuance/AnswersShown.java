package org.haina.service.issuance;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haina.integrations.licencestore.LicenceTypes;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.checks.CaseCheck;
import org.haina.service.checks.Checks;
import org.haina.service.decisions.GrantObstacle;
import org.haina.service.keys.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A certificate that states what a register holds cannot be granted while the register has said nothing to state. */
@Component
class AnswersShown implements GrantObstacle {

    private final Checks checks;
    private final Cases cases;
    private final Catalog catalog;
    private final LicenceTypes types;

    AnswersShown(Checks checks, Cases cases, Catalog catalog, LicenceTypes types) {
        this.checks = checks;
        this.cases = cases;
        this.catalog = catalog;
        this.types = types;
    }

    @Override
    public Optional<String> against(CaseNumber number) {
        ItemVersion item = catalog.version(cases.get(number).itemVersion());
        if (item.definition().certificate() == null) {
            return Optional.empty();
        }
        Set<String> shown = CertificateForm.of(item, types).answersShown();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        Map<String, CaseCheck> asked = checks.of(number).stream()
                .collect(Collectors.toMap(check -> check.register() + "/" + check.query(), Function.identity()));
        String silent = shown.stream()
                .sorted()
                .filter(query -> saysNothing(asked.get(query)))
                .map(query -> words(query, asked.get(query)))
                .collect(Collectors.joining("、"));
        return silent.isEmpty() ? Optional.empty() : Optional.of(silent + "没有可以写入证明的内容，现在不能准予");
    }

    private static boolean saysNothing(@Nullable CaseCheck check) {
        return check == null
                || check.answer().filter(answer -> !answer.fields().isEmpty()).isEmpty();
    }

    private static String words(String query, @Nullable CaseCheck check) {
        return check == null ? query : check.registerTitle() + "“" + check.title() + "”";
    }
}
