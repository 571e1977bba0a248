package org.haina.service.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.haina.processes.ItemDefinition.ResultWords;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.intake.RefusalReason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the desk offers for each task, and its phrase library; the words are in {@code tasks.yaml}. */
@Component
public class DeskWords {

    /** The item's own words, beside its {@code item.yaml}. */
    static final String FILE = "desk.yaml";

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final Library library;
    private final Map<Long, Map<String, Task>> own = new ConcurrentHashMap<>();

    DeskWords() {
        try (var in = DeskWords.class.getResourceAsStream("tasks.yaml")) {
            library = YAML.readValue(Objects.requireNonNull(in), Library.class);
        } catch (IOException e) {
            throw new UncheckedIOException("tasks.yaml cannot be read", e);
        }
    }

    /** Actions of a task in the words of the case's item: its own {@code desk.yaml} goes before the usual ones. */
    List<Action> actions(String taskKey, ItemVersion item) {
        return Optional.ofNullable(
                        own.computeIfAbsent(item.id(), id -> read(item)).get(taskKey))
                .map(task -> in(task, item.definition().resultWords()))
                .orElseGet(() -> actions(taskKey, item.definition().resultWords()));
    }

    /** The usual actions of a task in these words. */
    List<Action> actions(String taskKey, ResultWords words) {
        return Optional.ofNullable(library.tasks().get(taskKey))
                .map(task -> in(task, words))
                .orElse(List.of());
    }

    private static List<Action> in(Task task, ResultWords words) {
        return task.actions().stream().map(action -> action.in(words)).toList();
    }

    private static Map<String, Task> read(ItemVersion item) {
        return item.file("processes", FILE).map(DeskWords::read).orElse(Map.of());
    }

    /** @throws IllegalArgumentException saying what is wrong with an item's own words */
    static Map<String, Task> read(byte[] yaml) {
        try {
            return YAML.readValue(yaml, ItemWords.class).tasks();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
        }
    }

    /** Actions of a task as they are offered for an item: in its words, with the phrases that fit it. */
    List<Action> offered(String taskKey, ItemVersion item) {
        return fitting(actions(taskKey, item), item.key().value());
    }

    static List<Action> fitting(List<Action> actions, String item) {
        return actions.stream().map(action -> action.offeredFor(item)).toList();
    }

    /** What an official answered to a task, in the item's own words; empty if no page offers it. */
    public Optional<String> outcome(String taskKey, String outcome, Optional<ItemVersion> item, ResultWords words) {
        return item.map(version -> actions(taskKey, version)).orElseGet(() -> actions(taskKey, words)).stream()
                .filter(action -> action.outcome().equals(outcome))
                .map(Action::label)
                .findFirst();
    }

    /** Reasons that can stand beside a mark. */
    public List<Phrase> reasons(String target) {
        return library.marks().getOrDefault(target.startsWith("/") ? "field" : "material", List.of());
    }

    /** What a refusal tells about remedies (行政许可法 38). */
    String remedies() {
        return library.remedies();
    }

    record Library(Map<String, Task> tasks, Map<String, List<Phrase>> marks, String remedies) {}

    /** An item's own tasks. */
    record ItemWords(Map<String, Task> tasks) {}

    record Task(List<Action> actions) {}

    /**
     * @param text what is inserted or told
     * @param items keys of the items it fits; null for all
     */
    record Phrase(String key, String label, String text, @Nullable List<String> items) {

        boolean fits(String item) {
            return items == null || items.contains(item);
        }
    }

    /**
     * One way to complete a task.
     *
     * @param marks answers and materials are ticked
     * @param grounds codes of {@link RefusalReason} to choose from
     * @param opinion label of the text asked for; null if none is
     * @param minor not among the first three
     */
    record Action(
            String outcome,
            String label,
            @Nullable String explain,
            boolean marks,
            @Nullable List<String> grounds,
            @Nullable String opinion,
            @Nullable String hint,
            @Nullable List<Phrase> phrases,
            boolean minor,
            boolean danger,
            boolean remedies) {

        Action in(ResultWords words) {
            String named = label.replace("{granted}", words.granted()).replace("{refused}", words.refused());
            return new Action(outcome, named, explain, marks, grounds, opinion, hint, phrases, minor, danger, remedies);
        }

        Action offeredFor(String item) {
            List<Phrase> fitting =
                    library().stream().filter(phrase -> phrase.fits(item)).toList();
            return new Action(outcome, label, explain, marks, grounds, opinion, hint, fitting, minor, danger, remedies);
        }

        public List<RefusalReason> reasons() {
            List<String> codes = grounds == null ? List.of() : grounds;
            return List.of(RefusalReason.values()).stream()
                    .filter(reason -> codes.contains(reason.code()))
                    .toList();
        }

        public List<Phrase> library() {
            return phrases == null ? List.of() : phrases;
        }
    }
}
