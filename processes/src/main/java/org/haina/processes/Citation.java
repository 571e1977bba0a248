package org.haina.processes;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.processes.ItemDefinition.LegalBasis;

/** Provisions in the form in which official documents cite them. */
final class Citation {
    private Citation() {}

    static String of(List<LegalBasis> provisions) {
        Map<String, Set<String>> articles = new LinkedHashMap<>();
        provisions.forEach(basis -> articles.computeIfAbsent(basis.law(), law -> new LinkedHashSet<>())
                .add(basis.article()));
        return articles.entrySet().stream()
                .map(law -> "《" + law.getKey() + "》" + String.join("、", law.getValue()))
                .collect(Collectors.joining("；"));
    }
}
