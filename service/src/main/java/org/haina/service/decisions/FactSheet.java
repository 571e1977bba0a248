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
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** The same with these facts only. */
    FactSheet only(Set<String> names) {
        return new FactSheet(
                decision,
                competence,
                facts.entrySet().stream()
                        .filter(fact -> names.contains(fact.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Tables that several items share, by key. */
    Set<String> sharedTables() {
        return sources()
                .filter(FactSource.Table.class::isInstance)
                .map(source -> ((FactSource.Table) source).key())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<FactSource> sources() {
        return facts.values().stream().flatMap(List::stream).map(FactSource::parse);
    }

    /**
     * Every fact of the tables; null where nothing is known.
     *
     * @param tables asks a table by its key, for the facts that a shared table gives
     */
    Map<String, @Nullable Object> collect(
            CaseFacts known, BiFunction<String, Map<String, @Nullable Object>, List<Map<String, Object>>> tables) {
        Map<String, @Nullable Object> collected = new HashMap<>();
        facts.forEach(
                (name, sources) -> collected.put(name, first(sources, known).orElse(null)));
        Map<String, Object> given = new HashMap<>();
        sharedTables().forEach(key -> tables.apply(key, collected).forEach(given::putAll));
        collected.replaceAll((name, value) -> value == null ? given.get(name) : value);
        return collected;
    }

    private static Optional<Object> first(List<String> sources, CaseFacts known) {
        return sources.stream()
                .map(FactSource::parse)
                .flatMap(source -> source.value(known).stream())
                .findFirst();
    }
}
