package org.haina.service.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.forms.Form;
import org.haina.forms.Identifiers;
import org.haina.processes.Finding;
import org.haina.processes.InvalidItemException;
import org.haina.processes.ItemDefinition;
import org.haina.service.catalog.ItemFolder;
import org.haina.service.catalog.ItemInspection;
import org.springframework.stereotype.Component;

/** Reads every item's artefacts and lets each feature say what is wrong with them. */
@Component
class ItemExamination {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param summary how many of what were examined */
    record Result(List<Finding> findings, String summary) {}

    private final List<ItemInspection> inspections;
    private final Identifiers identifiers;

    ItemExamination(List<ItemInspection> inspections, Clock clock) {
        this.inspections = List.copyOf(inspections);
        this.identifiers = new Identifiers(true, clock);
    }

    /**
     * @param artefacts all by path, phases included
     * @param wanted tells by {@code area/item} which items to examine
     */
    Result examine(Map<String, byte[]> artefacts, Predicate<String> wanted) {
        List<Finding> findings = new ArrayList<>();
        ItemInspection.Report report = (file, element, reason) -> findings.add(new Finding(file, element, reason));
        ModelReading models = ModelReading.of(artefacts);
        findings.addAll(models.findings());
        List<String> folders =
                folders(artefacts).stream().filter(wanted).sorted().toList();
        folders.forEach(folder -> examine(folder, artefacts, models, report));
        return new Result(
                findings.stream().distinct().toList(),
                "%d items, %d models, %d artefacts".formatted(folders.size(), models.size(), artefacts.size()));
    }

    private void examine(
            String folder, Map<String, byte[]> artefacts, ModelReading models, ItemInspection.Report report) {
        String file = "processes/" + folder + "/item.yaml";
        definition(file, artefacts, report).ifPresent(definition -> {
            models.agreement(folder + "/item.yaml", definition)
                    .forEach(f -> report.add("processes/" + f.file(), f.element(), f.reason()));
            if (!folder.equals(definition.area() + "/" + definition.key())) {
                return;
            }
            Optional<Form> form = form(folder, definition.forms().apply(), artefacts, report);
            if (!definition.forms().correct().equals(definition.forms().apply())) {
                form(folder, definition.forms().correct(), artefacts, report);
            }
            ItemFolder item = new ItemFolder(definition, form, artefacts);
            inspections.forEach(inspection -> inspection.inspect(item, report));
        });
    }

    /** Every folder of the three trees that looks like an item's: one without a definition is found out. */
    private static Set<String> folders(Map<String, byte[]> artefacts) {
        return artefacts.keySet().stream()
                .map(path -> path.split("/"))
                .filter(parts -> parts.length >= 4 && !parts[1].equals("phases") && !parts[1].equals("documents"))
                .map(parts -> parts[1] + "/" + parts[2])
                .collect(Collectors.toSet());
    }

    private static Optional<ItemDefinition> definition(
            String file, Map<String, byte[]> artefacts, ItemInspection.Report report) {
        byte[] yaml = artefacts.get(file);
        if (yaml == null) {
            report.add(file, "file", "is missing, the folder is no item without it");
            return Optional.empty();
        }
        try {
            return Optional.of(ItemDefinition.parse(yaml));
        } catch (InvalidItemException e) {
            e.problems().forEach(problem -> {
                String[] parts = problem.split(": ", 2);
                report.add(file, parts.length == 2 ? parts[0] : "file", parts[parts.length - 1]);
            });
            return Optional.empty();
        }
    }

    private Optional<Form> form(
            String folder, String name, Map<String, byte[]> artefacts, ItemInspection.Report report) {
        String path = "forms/" + folder + "/" + name;
        List<String> missing = Stream.of(path + ".schema.json", path + ".layout.json")
                .filter(file -> !artefacts.containsKey(file))
                .toList();
        missing.forEach(file -> report.add(file, name, "is missing, item.yaml names the form " + name));
        if (!missing.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Form.parse(
                    json(artefacts, path + ".schema.json"), json(artefacts, path + ".layout.json"), identifiers));
        } catch (IOException | IllegalArgumentException e) {
            report.add(path + ".schema.json and layout", name, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static JsonNode json(Map<String, byte[]> artefacts, String file) throws IOException {
        return JSON.readTree(artefacts.get(file));
    }
}
