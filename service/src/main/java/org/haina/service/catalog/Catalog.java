package org.haina.service.catalog;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.haina.forms.Identifiers;
import org.haina.processes.ItemDefinition;
import org.haina.service.edge.Problem;
import org.haina.service.keys.ItemKey;
import org.haina.service.workflow.Workflow;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;

/** The items this release offers, and every earlier version that a case may still point to. */
@Service
public class Catalog implements SmartInitializingSingleton {

    private final CatalogSettings settings;
    private final ItemVersions versions;
    private final Workflow workflow;
    private final Identifiers identifiers;
    private final UnaryOperator<ItemDefinition> rounds;
    private final Map<Long, ItemVersion> loaded = new ConcurrentHashMap<>();
    private final Map<ItemKey, Long> current = new ConcurrentHashMap<>();
    private volatile Map<String, byte[]> phases = Map.of();

    Catalog(CatalogSettings settings, ItemVersions versions, Workflow workflow, Clock clock, Environment environment) {
        this.settings = settings;
        this.versions = versions;
        this.workflow = workflow;
        boolean demo = environment.getProperty("haina.demo", Boolean.class, false);
        this.identifiers = new Identifiers(demo, clock);
        this.rounds = demo && settings.demoRounds() ? new DemoRounds(clock) : UnaryOperator.identity();
    }

    /** Stores what has changed and deploys all models together, before the first request is taken. */
    @Override
    public void afterSingletonsInstantiated() {
        load();
    }

    /** Reads the artefacts again; authors call it by saving a file. */
    public void load() {
        Map<String, byte[]> artefacts = Artefacts.read(settings.items());
        artefacts.keySet().stream()
                .filter(path -> path.startsWith("processes/") && path.endsWith("/item.yaml"))
                .forEach(path -> publish(path, artefacts));
        phases = artefacts.entrySet().stream()
                .filter(e -> e.getKey().startsWith("processes/phases/"))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        workflow.deploy(models(artefacts));
    }

    private void publish(String definitionPath, Map<String, byte[]> artefacts) {
        ItemDefinition definition = ItemDefinition.parse(Objects.requireNonNull(artefacts.get(definitionPath)));
        String folder = "/" + definition.area() + "/" + definition.key() + "/";
        Map<String, byte[]> files = new TreeMap<>();
        artefacts.forEach((path, content) -> {
            if (path.contains(folder) && !path.contains("/samples/")) {
                files.put(path, content);
            }
        });
        long id = versions.store(definition.key(), definition.version(), files);
        loaded.computeIfAbsent(id, i -> new ItemVersion(i, files, identifiers, rounds));
        current.put(new ItemKey(definition.key()), id);
    }

    private static Map<String, byte[]> models(Map<String, byte[]> artefacts) {
        Map<String, byte[]> models = new TreeMap<>();
        artefacts.forEach((path, content) -> {
            if (path.endsWith(".bpmn") || path.endsWith(".dmn")) {
                models.put(path.substring(path.lastIndexOf('/') + 1), content);
            }
        });
        return models;
    }

    /** The version new cases are filed under. */
    public Optional<ItemVersion> find(ItemKey key) {
        return Optional.ofNullable(current.get(key)).map(this::version);
    }

    static Problem unknown() {
        return Problem.notFound("没有这个事项，或者事项已经下线。请返回首页重新查找。");
    }

    /** As {@link #find}. @throws Problem if there is none */
    public ItemVersion current(ItemKey key) {
        return find(key).orElseThrow(Catalog::unknown);
    }

    /** Any version ever published. */
    public ItemVersion version(long id) {
        return loaded.computeIfAbsent(
                id,
                i -> new ItemVersion(
                        i,
                        versions.files(i).orElseThrow(() -> new IllegalArgumentException("No item version " + i)),
                        identifiers,
                        rounds));
    }

    /** Current versions, by key. */
    public List<ItemVersion> items() {
        Collection<Long> ids = new TreeMap<>(current.entrySet().stream()
                        .collect(Collectors.toMap(e -> e.getKey().value(), Map.Entry::getValue)))
                .values();
        return new ArrayList<>(ids).stream().map(this::version).toList();
    }

    /** Models shared by all items, by path. */
    public Map<String, byte[]> phases() {
        return phases;
    }
}
