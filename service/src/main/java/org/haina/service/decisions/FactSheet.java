package org.haina.service.decisions;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.haina.service.catalog.ItemVersion;
import org.jspecify.annotations.Nullable;

/**
 * An item's {@code facts.yaml}: which tables weigh the conditions, and where their facts come from.
 *
 * @param decision the table of conditions
 * @param competence a small table asked before every submission: whoever it names is not ours; null if all are
 */
record FactSheet(String decision, @Nullable String competence, Map<String, List<String>> facts) {

    private static final Pattern FIELD = Pattern.compile("(?:form|age months|year and month) (\\w+).*");

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    FactSheet {
        facts = Map.copyOf(facts);
        facts.values().forEach(sources -> sources.forEach(FactSource::parse));
    }

    static Optional<FactSheet> of(ItemVersion item) {
        return item.file("processes", "facts.yaml").map(FactSheet::parse);
    }

    static FactSheet parse(byte[] yaml) {
        try {
            return YAML.readValue(yaml, FactSheet.class);
        } catch (IOException e) {
            throw new UncheckedIOException("facts.yaml: " + e.getMessage(), e);
        }
    }

    /** The form's fields named by any source. */
    Set<String> fields() {
        return facts.values().stream()
                .flatMap(List::stream)
                .map(FIELD::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All tables, the one of competence first. */
    List<String> decisions() {
        return competence == null ? List.of(decision) : List.of(competence, decision);
    }

    /** Every fact of the tables; null where nothing is known. */
    Map<String, @Nullable Object> collect(CaseFacts known) {
        Map<String, @Nullable Object> collected = new HashMap<>();
        facts.forEach(
                (name, sources) -> collected.put(name, first(sources, known).orElse(null)));
        return collected;
    }

    private static Optional<Object> first(List<String> sources, CaseFacts known) {
        return sources.stream()
                .map(FactSource::parse)
                .flatMap(source -> source.value(known).stream())
                .findFirst();
    }
}
