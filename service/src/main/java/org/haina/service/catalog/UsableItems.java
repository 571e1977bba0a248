package org.haina.service.catalog;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.haina.processes.DecisionModel;
import org.haina.processes.InvalidItemException;
import org.haina.processes.ItemDefinition;
import org.haina.processes.ProcessModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An author's folder over what is shipped, without the items that cannot be read: each is left out alone, in the words that
 * the script shows, and what is shipped of it stays.
 */
final class UsableItems {

    private static final Logger LOG = LoggerFactory.getLogger(UsableItems.class);
    private static final String DEFINITION = "/item.yaml";
    private static final String UNREADABLE = "not readable as YAML";
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern PLAIN = Pattern.compile("[ -~…]+");

    private UsableItems() {}

    static Map<String, byte[]> of(Path folder) {
        Map<String, byte[]> shipped = Artefacts.read(null);
        Map<String, byte[]> all = new TreeMap<>(Artefacts.read(folder));
        for (String path : List.copyOf(all.keySet())) {
            if (path.startsWith("processes/") && path.endsWith(DEFINITION)) {
                String item = path.substring("processes/".length(), path.length() - DEFINITION.length());
                Map<String, byte[]> files = Artefacts.below(all, item, true);
                if (!same(files, Artefacts.below(shipped, item, true))) {
                    refusal(path, item, files).ifPresent(reason -> {
                        LOG.warn("Left out: {}", reason);
                        all.keySet().removeAll(files.keySet());
                        all.putAll(Artefacts.below(shipped, item, true));
                    });
                }
            }
        }
        return all;
    }

    private static boolean same(Map<String, byte[]> files, Map<String, byte[]> others) {
        return files.keySet().equals(others.keySet())
                && files.entrySet().stream().allMatch(e -> Arrays.equals(e.getValue(), others.get(e.getKey())));
    }

    private static Optional<String> refusal(String path, String item, Map<String, byte[]> files) {
        ItemDefinition definition;
        try {
            definition = ItemDefinition.parse(Objects.requireNonNull(files.get(path)));
        } catch (InvalidItemException e) {
            return Optional.of(path + words(e));
        }
        if (!item.equals(definition.area() + "/" + definition.key())) {
            return Optional.of(path + ": key and area must be the names of the folders");
        }
        String model = "processes/" + item + "/" + definition.key() + ".bpmn";
        return files.containsKey(model) ? models(item, files) : Optional.of(model + ": is missing");
    }

    private static Optional<String> models(String item, Map<String, byte[]> files) {
        try {
            files.forEach((path, content) -> {
                if (path.endsWith(".bpmn")) {
                    ProcessModel.parse(path, content);
                } else if (path.endsWith(".dmn")) {
                    DecisionModel.parse(path, content);
                }
            });
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("processes/" + item + ": a model or table cannot be read");
        }
    }

    /** Keys and our own reasons; what the author wrote stays out of the log. */
    private static String words(InvalidItemException refused) {
        String reasons = refused.problems().stream()
                .filter(problem -> !problem.startsWith(UNREADABLE))
                .map(problem -> QUOTED.matcher(problem).replaceAll("…"))
                .filter(problem -> PLAIN.matcher(problem).matches())
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? " cannot be read" + AuthorFolder.place(refused) : ": " + reasons;
    }
}
