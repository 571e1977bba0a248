package org.haina.service.oversight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.processes.ItemDefinition.ResultWords;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.CaseStatus;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.desk.DeskWords;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/** The log in Chinese; a word that is not listed stands as it is. */
@Component
final class AuditWords {

    private static final Properties WORDS = words();

    private static final Map<String, String> ACTIONS = section("action");

    private static final Map<String, String> KINDS = section("kind");

    private static final Map<String, String> DETAILS = section("detail");

    /** Tasks, endings and states of certificates beside the words of the life cycle; results are the item's. */
    private static final Map<String, String> VALUES = Stream.concat(
                    section("value").entrySet().stream(),
                    Arrays.stream(CaseStatus.values()).map(status -> Map.entry(status.name(), status.label())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (own, other) -> own));

    /** For what is about no case. */
    private static final ResultWords USUAL = new ResultWords("准予", "不予");

    private final DeskWords desk;

    AuditWords(DeskWords desk) {
        this.desk = desk;
    }

    String action(String action) {
        return ACTIONS.getOrDefault(action, action);
    }

    String actor(String actor) {
        return actor.equals("haina") || actor.equals("system") ? "系统" : actor;
    }

    /** The kind of thing in words; which one it is stands in the reference. */
    String subject(String subject) {
        String kind = subject.split(":", 2)[0];
        return KINDS.getOrDefault(kind, kind);
    }

    /**
     * What the entry says beyond its action; hashes are cut, since they are compared by machines.
     *
     * @param item that of the case, which calls its results in its own words; empty if it is about no case
     * @param names the name to show where a party's id is stored
     */
    List<String> details(
            Map<String, String> detail, Optional<ItemVersion> item, Function<String, Optional<String>> names) {
        return new TreeMap<>(detail)
                .entrySet().stream()
                        .map(entry -> DETAILS.getOrDefault(entry.getKey(), entry.getKey()) + "："
                                + names.apply(entry.getValue())
                                        .orElseGet(() -> value(entry.getKey(), entry.getValue(), detail, item)))
                        .toList();
    }

    private String value(String key, String value, Map<String, String> detail, Optional<ItemVersion> item) {
        ResultWords results =
                item.map(version -> version.definition().resultWords()).orElse(USUAL);
        return switch (key) {
            case "hash", "package" -> value.length() > 16 ? value.substring(0, 16) + "…" : value;
            case "outcome" ->
                desk.outcome(detail.getOrDefault("task", ""), value, item, results)
                        .orElse(value);
            case "ending" -> ending(value, results);
            case "move" -> move(value, item);
            default -> VALUES.getOrDefault(value, value);
        };
    }

    private static String ending(String ending, ResultWords results) {
        return switch (ending) {
            case "granted", "filed", "answered" -> results.granted();
            case "refused", "notFiled", "passedOn" -> results.refused();
            default -> VALUES.getOrDefault(ending, ending);
        };
    }

    private static String move(String name, Optional<ItemVersion> item) {
        return Arrays.stream(CaseMove.values())
                .filter(move -> move.name().equals(name))
                .map(move ->
                        item.map(version -> move.label(version.definition())).orElseGet(move::label))
                .findFirst()
                .orElse(name);
    }

    public Map<String, String> actions() {
        return ACTIONS;
    }

    private static Map<String, String> section(String name) {
        String prefix = name + ".";
        return WORDS.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toUnmodifiableMap(key -> key.substring(prefix.length()), WORDS::getProperty));
    }

    private static Properties words() {
        var resource = new ClassPathResource("audit-words.properties", AuditWords.class);
        try {
            return PropertiesLoaderUtils.loadProperties(new EncodedResource(resource, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The words of the audit log cannot be read", e);
        }
    }
}
