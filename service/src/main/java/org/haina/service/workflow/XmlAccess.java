package org.haina.service.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a document may make the parsers of this process fetch: schemas of this machine, nothing else. The engine's parsers
 * ask the system properties for it and allow everything where these are silent; its schemas lie in its jar and name each
 * other; of an address within a jar the protocol of the jar counts: {@code file}, and {@code nested} inside our own.
 */
final class XmlAccess {

    private static final Map<String, Set<String>> NEEDED = new TreeMap<>(Map.of(
            "javax.xml.accessExternalSchema", Set.of("file", "nested"),
            "javax.xml.accessExternalDTD", Set.of(),
            "javax.xml.accessExternalStylesheet", Set.of()));

    private XmlAccess() {}

    /** What was set from outside stays as it is, for the self-check to find. */
    static void restrict() {
        NEEDED.forEach((property, protocols) -> {
            if (System.getProperty(property) == null) {
                System.setProperty(property, String.join(",", protocols));
            }
        });
    }

    /** The properties that allow more than is needed. */
    static List<String> tooWide() {
        return NEEDED.keySet().stream()
                .filter(Predicate.not(XmlAccess::isNarrow))
                .toList();
    }

    private static boolean isNarrow(String property) {
        String value = System.getProperty(property, "all");
        return Arrays.stream(value.split(","))
                .map(String::trim)
                .filter(protocol -> !protocol.isEmpty())
                .allMatch(NEEDED.getOrDefault(property, Set.of())::contains);
    }
}
