package org.haina.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The features and their order. */
class ModulesTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(HainaApplication.class);
    private static final Path PAGE = Path.of("../docs/modules.md");

    @Test
    void features_form_no_cycle_and_use_only_what_they_declare() {
        assertThat(MODULES.stream()).hasSizeGreaterThan(20);
        MODULES.verify();
    }

    /** Written anew by {@code -Dhaina.docs.write=true}. */
    @Test
    void the_page_about_the_features_is_current() throws IOException {
        String page = page();
        if (Boolean.getBoolean("haina.docs.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).exists();
        assertThat(Files.readString(PAGE))
                .as("run this test with -Dhaina.docs.write=true")
                .isEqualTo(page);
    }

    private static String page() {
        Map<String, Set<String>> uses = uses();
        StringBuilder page = new StringBuilder(
                """
                # Features of the service

                Generated from the code. An arrow means "calls"; events go the other way. Arrows that follow from others are
                left out of the picture and stand in the table.

                ```mermaid
                flowchart TD
                """);
        reduced(uses)
                .forEach((feature, used) -> used.forEach(other -> page.append("  ")
                        .append(feature)
                        .append(" --> ")
                        .append(other)
                        .append('\n')));
        page.append("```\n\n| feature | may call |\n|---|---|\n");
        uses.forEach((feature, used) -> page.append("| ")
                .append(feature)
                .append(" | ")
                .append(used.isEmpty() ? "—" : String.join(", ", used))
                .append(" |\n"));
        return page.toString();
    }

    private static Map<String, Set<String>> uses() {
        Map<String, Set<String>> uses = new TreeMap<>();
        MODULES.stream()
                .filter(module -> !module.isRootModule())
                .forEach(module -> uses.put(
                        module.getName(),
                        module.getDirectDependencies(MODULES)
                                .uniqueModules()
                                .map(used -> used.getName())
                                .collect(Collectors.toCollection(TreeSet::new))));
        return uses;
    }

    private static Map<String, Set<String>> reduced(Map<String, Set<String>> uses) {
        Map<String, Set<String>> reduced = new TreeMap<>();
        uses.forEach((feature, used) -> reduced.put(
                feature,
                used.stream()
                        .filter(target -> used.stream()
                                .noneMatch(other -> !other.equals(target)
                                        && reachable(uses, other, new HashMap<>())
                                                .contains(target)))
                        .collect(Collectors.toCollection(TreeSet::new))));
        return reduced;
    }

    private static Set<String> reachable(Map<String, Set<String>> uses, String from, Map<String, Set<String>> seen) {
        if (seen.containsKey(from)) {
            return Set.of();
        }
        Set<String> found = new TreeSet<>(uses.getOrDefault(from, Set.of()));
        seen.put(from, found);
        for (String next : Set.copyOf(found)) {
            found.addAll(reachable(uses, next, seen));
        }
        return found;
    }
}
