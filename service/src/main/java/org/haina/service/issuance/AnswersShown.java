package org.haina.service.issuance;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.integrations.licencestore.LicenceTypes;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.checks.CaseCheck;
import org.haina.service.checks.Checks;
import org.haina.service.decisions.GrantObstacle;
import org.haina.service.keys.CaseNumber;
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
        String silent = checks.of(number).stream()
                .filter(check -> shown.contains(check.register() + "/" + check.query()))
                .filter(AnswersShown::saysNothing)
                .map(check -> check.registerTitle() + "“" + check.title() + "”")
                .collect(Collectors.joining("、"));
        return silent.isEmpty() ? Optional.empty() : Optional.of(silent + "没有可以写入证明的内容，现在不能准予。登记机关恢复后系统会自动取得答复");
    }

    private static boolean saysNothing(CaseCheck check) {
        return check.answer().filter(answer -> !answer.fields().isEmpty()).isEmpty();
    }
}
