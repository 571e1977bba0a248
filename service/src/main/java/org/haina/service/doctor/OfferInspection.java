package org.haina.service.doctor;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.haina.processes.InvalidItemException;
import org.haina.processes.ItemDefinition;
import org.haina.service.catalog.ItemFolder;
import org.haina.service.catalog.ItemInspection;
import org.haina.service.catalog.Organs;
import org.springframework.stereotype.Component;

/** An item among the others: its organ exists, its codes are its own, what it names of other items and of places is there. */
@Component
class OfferInspection implements ItemInspection {

    private static final int DISTRICTS = 7;
    private static final Pattern ITEM = Pattern.compile("processes/[^/]+/([^/]+)/item\\.yaml");

    private final Organs organs;

    OfferInspection(Organs organs) {
        this.organs = organs;
    }

    @Override
    public void inspect(ItemFolder item, Report report) {
        ItemDefinition definition = item.definition();
        String file = item.path("processes", "item.yaml");
        report.unless(
                organs.byCode(definition.authority().uscc()).isPresent(),
                file,
                "authority.uscc",
                "no organ is known by " + definition.authority().uscc());
        report.unless(
                definition.authority().level() != DISTRICTS || item.asks("district"),
                file,
                "authority.level",
                "districts decide, the form does not ask which: it has no field district");
        others(item)
                .filter(other ->
                        other.codes().implementation().equals(definition.codes().implementation()))
                .forEach(other ->
                        report.add(file, "codes.implementation", "belongs to " + other.area() + "/" + other.key()));
        excluded(item, file, report);
        sources(definition, file, report);
    }

    private static Stream<ItemDefinition> others(ItemFolder item) {
        return item.files().entrySet().stream()
                .filter(entry -> ITEM.matcher(entry.getKey()).matches())
                .filter(entry -> !entry.getKey().equals(item.path("processes", "item.yaml")))
                .flatMap(entry -> read(entry.getValue()));
    }

    /** What cannot be read is reported where all are. */
    private static Stream<ItemDefinition> read(byte[] yaml) {
        try {
            return Stream.of(ItemDefinition.parse(yaml));
        } catch (InvalidItemException e) {
            return Stream.empty();
        }
    }

    private static void excluded(ItemFolder item, String file, Report report) {
        List<String> excludes = item.definition().excludes();
        if (excludes == null) {
            return;
        }
        List<String> known = item.files().keySet().stream()
                .map(ITEM::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .toList();
        excludes.stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> report.add(file, "excludes " + key, "is no item"));
    }

    /** A paper that a register proves is proved by asking it. */
    private static void sources(ItemDefinition definition, String file, Report report) {
        definition.materials().forEach(material -> material.sources().stream()
                .filter(source -> source.startsWith("register:"))
                .map(source -> source.substring("register:".length()))
                .filter(register -> definition.checks().stream()
                        .noneMatch(check -> check.register().equals(register)))
                .forEach(register ->
                        report.add(file, "materials " + material.key(), "no check of the item asks " + register)));
    }
}
