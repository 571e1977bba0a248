package org.haina.service.decisions;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.processes.ItemDefinition;

/** An item's legal basis as decisions cite it. */
final class LegalWords {

    private LegalWords() {}

    /** 《教师资格条例》第十三条、第十四条；…. */
    static String articles(ItemDefinition item) {
        Map<String, Set<String>> articles = new LinkedHashMap<>();
        item.legalBasis().forEach(basis -> articles.computeIfAbsent(basis.law(), law -> new LinkedHashSet<>())
                .add(basis.article()));
        return articles.entrySet().stream()
                .map(law -> "《" + law.getKey() + "》" + String.join("、", law.getValue()))
                .collect(Collectors.joining("；"));
    }

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
