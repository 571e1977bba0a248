package org.haina.service.catalog;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.haina.forms.Identifiers;
import org.haina.processes.InvalidItemException;
import org.haina.processes.ItemDefinition;
import org.haina.service.edge.Problem;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.RefusedStartException;
import org.haina.service.workflow.Workflow;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;

/** The items offered, and every version that a case may still point to. */
@Service
public class Catalog implements SmartInitializingSingleton {

    private final CatalogSettings settings;
    private final ItemVersions versions;
    private final VersionStates states;
    private final ReleaseStates release;
    private final AuthorFolder author;
    private final Offer offer;
    private final Workflow workflow;
    private final Identifiers identifiers;
    private final UnaryOperator<ItemDefinition> rounds;
    private final boolean examining;
    private final Map<Long, ItemVersion> loaded = new ConcurrentHashMap<>();
    private volatile Map<String, byte[]> phases = Map.of();

    Catalog(
            CatalogSettings settings,
            ItemVersions versions,
            VersionStates states,
            ReleaseStates release,
            AuthorFolder author,
            Offer offer,
            Workflow workflow,
            Clock clock,
            Environment environment) {
        this.settings = settings;
        this.versions = versions;
        this.states = states;
        this.release = release;
        this.author = author;
        this.offer = offer;
        this.workflow = workflow;
        boolean demo = environment.getProperty("haina.demo", Boolean.class, false);
        this.identifiers = new Identifiers(demo, clock);
        this.rounds = demo && settings.demoRounds() ? new DemoRounds(clock) : UnaryOperator.identity();
        this.examining = environment.getProperty("haina.doctor.run", Boolean.class, false);
    }

    /** Stores what has changed and deploys all models together, before the first request is taken. */
    @Override
    public void afterSingletonsInstantiated() {
        load();
    }

    /** Reads the artefacts again; authors call it by saving a file. */
    public void load() {
        Map<String, byte[]> artefacts = released();
        Map<ItemKey, ItemVersions.Stored> items = new LinkedHashMap<>();
        artefacts.keySet().stream()
                .filter(path -> path.startsWith("processes/") && path.endsWith("/item.yaml"))
                .forEach(path -> keep(path, artefacts, items));
        phases = artefacts.entrySet().stream()
                .filter(e -> e.getKey().startsWith("processes/phases/"))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        workflow.deploy(Artefacts.models(artefacts));
        items.forEach(this::offer);
        if (settings.drafts() && settings.items() != null) {
            author.take(settings.items());
        }
    }

    /** What this release consists of: an author's folder belongs to it unless its content comes as drafts. */
    Map<String, byte[]> released() {
        Path items = settings.items();
        return settings.drafts() || items == null ? Artefacts.read(null) : UsableItems.of(items);
    }

    private void keep(String definitionPath, Map<String, byte[]> artefacts, Map<ItemKey, ItemVersions.Stored> items) {
        ItemDefinition definition = definition(definitionPath, Objects.requireNonNull(artefacts.get(definitionPath)));
        Map<String, byte[]> files = Artefacts.below(artefacts, definition.area() + "/" + definition.key(), false);
        ItemVersions.Stored stored = versions.store(definition.key(), definition.version(), files);
        loaded.computeIfAbsent(stored.id(), i -> new ItemVersion(i, files, identifiers, rounds));
        items.put(new ItemKey(definition.key()), stored);
    }

    private static ItemDefinition definition(String path, byte[] yaml) {
        try {
            return ItemDefinition.parse(yaml);
        } catch (InvalidItemException e) {
            throw new RefusedStartException(path + ": " + e.getMessage());
        }
    }

    /** The doctor looks at a release without putting it into service. */
    private void offer(ItemKey key, ItemVersions.Stored item) {
        if (!examining) {
            states.deployedAs(item.id(), workflow.definition(key));
            release.publish(key, item.id());
        }
        offer.brings(key, item.id());
    }

    /** The version new cases are filed under. */
    public Optional<ItemVersion> find(ItemKey key) {
        return offer.of(key).map(this::version);
    }

    static Problem unknown() {
        return Problem.notFound("没有这个事项，或者事项已经下线。请返回首页重新查找。");
    }

    /** As {@link #find}. @throws Problem if there is none */
    public ItemVersion current(ItemKey key) {
        return find(key).orElseThrow(() -> closed(key));
    }

    private Problem closed(ItemKey key) {
        return states.latest(key)
                .filter(entry -> entry.state() == VersionState.RETIRED || entry.isDecidedByPerson())
                .map(entry -> Problem.notFound("“%s”已经停止受理新的申请。已经提交的办件不受影响，继续办理。请返回首页查找其他事项。"
                        .formatted(version(entry.id()).definition().title().zh())))
                .orElseGet(Catalog::unknown);
    }

    /** Any version ever stored. */
    public ItemVersion version(long id) {
        return loaded.computeIfAbsent(
                id,
                i -> new ItemVersion(
                        i,
                        versions.files(i).orElseThrow(() -> new IllegalArgumentException("No item version " + i)),
                        identifiers,
                        rounds));
    }

    /**
     * The definition that new cases of a version run by: this node's own for what it came with, whatever a newer release
     * deploys beside it.
     *
     * @throws IllegalStateException if the version has never been deployed
     */
    public String process(ItemVersion item) {
        return offer.isOwn(item.key(), item.id())
                ? workflow.definition(item.key())
                : states.process(item.id())
                        .orElseThrow(() -> new IllegalStateException("Item version " + item.id() + " is not deployed"));
    }

    /** Versions offered, by key. */
    public List<ItemVersion> items() {
        Collection<Long> ids = offer.now().values();
        return ids.stream().map(this::version).toList();
    }

    /** Models shared by all items, by path. */
    public Map<String, byte[]> phases() {
        return phases;
    }
}
