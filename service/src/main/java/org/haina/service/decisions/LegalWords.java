package org.haina.service.decisions;

import java.util.List;
import java.util.stream.Collectors;
import org.haina.processes.ItemDefinition;

/** An item's legal basis as decisions cite it. */
final class LegalWords {

    private LegalWords() {}

    /** The clauses that conditions which are not met rest on, each once. */
    static String clauses(List<EligibilityReason> reasons) {
        return reasons.stream().map(EligibilityReason::clause).distinct().collect(Collectors.joining("；"));
    }

    /** 《中华人民共和国教师法》、《教师资格条例》. */
    static String laws(ItemDefinition item) {
        return item.legalBasis().stream()
                .map(basis -> "《" + basis.law() + "》")
                .distinct()
                .collect(Collectors.joining("、"));
    }
}
