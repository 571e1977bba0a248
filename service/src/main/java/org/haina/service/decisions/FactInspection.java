package org.haina.service.decisions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.integrations.registers.RegisterCatalogue;
import org.haina.processes.DecisionModel;
import org.haina.processes.InvalidModelException;
import org.haina.service.catalog.ItemFolder;
import org.haina.service.catalog.ItemInspection;
import org.springframework.stereotype.Component;

/** The item's table gets every fact it asks for, each from a place that exists. */
@Component
class FactInspection implements ItemInspection {

    private static final String SHEET = "facts.yaml";
    private static final String SHARED = "processes/phases/%s.dmn";

    @Override
    public void inspect(ItemFolder item, Report report) {
        String file = item.path("processes", SHEET);
        Optional<byte[]> yaml = item.file("processes", SHEET);
        boolean weighs = item.names("processes").anyMatch(name -> name.endsWith("-eligibility.dmn"));
        report.unless(yaml.isPresent() || !weighs, file, "file", "is missing, the table of conditions gets no facts");
        yaml.flatMap(bytes -> read(file, bytes, report)).ifPresent(sheet -> {
            tables(item, sheet, report);
            sheet.facts()
                    .forEach((fact, words) -> words.forEach(word -> source(
                            item,
                            FactSource.parse(word),
                            (place, element, reason) -> report.add(place, "facts " + fact, element + " " + reason))));
        });
    }

    private static Optional<FactSheet> read(String file, byte[] yaml, ItemInspection.Report report) {
        try {
            return Optional.of(FactSheet.parse(yaml));
        } catch (RuntimeException e) {
            report.add(
                    file,
                    "file",
                    "cannot be read: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return Optional.empty();
        }
    }

    private static void tables(ItemFolder item, FactSheet sheet, Report report) {
        String file = item.path("processes", SHEET);
        List<Optional<DecisionModel>> tables = Stream.concat(
                        sheet.decisions().stream()
                                .map(key -> table(item, item.path("processes", key + ".dmn"), report)),
                        sheet.sharedTables().stream().map(key -> table(item, SHARED.formatted(key), report)))
                .toList();
        if (tables.stream().anyMatch(Optional::isEmpty)) {
            return;
        }
        tables.stream().flatMap(Optional::stream).forEach(table -> table.given("effect").stream()
                .filter(effect -> !EligibilityReason.EFFECTS.contains(effect))
                .forEach(effect ->
                        report.add(table.file(), "effect " + effect, "is none of " + EligibilityReason.EFFECTS)));
        Set<String> asked = tables.stream()
                .flatMap(table -> table.orElseThrow().facts().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        asked.stream()
                .filter(fact -> !sheet.facts().containsKey(fact))
                .forEach(fact -> report.add(file, "facts " + fact, "the table asks for it, nothing provides it"));
        sheet.facts().keySet().stream()
                .filter(fact -> !asked.contains(fact))
                .forEach(fact -> report.add(file, "facts " + fact, "the table does not ask for it"));
    }

    private static Optional<DecisionModel> table(ItemFolder item, String path, Report report) {
        Optional<byte[]> bytes = Optional.ofNullable(item.files().get(path));
        report.unless(
                bytes.isPresent(),
                item.path("processes", SHEET),
                "decision",
                "there is no table " + path.substring(path.lastIndexOf('/') + 1));
        try {
            return bytes.map(content -> DecisionModel.parse(path, content));
        } catch (InvalidModelException e) {
            report.add(path, "file", "cannot be read");
            return Optional.empty();
        }
    }

    private static void source(ItemFolder item, FactSource source, Report report) {
        if (source instanceof FactSource.FormField form) {
            field(item, form.field(), report);
        } else if (source instanceof FactSource.Among among) {
            field(item, among.field(), report);
        } else if (source instanceof FactSource.AgeMonths age) {
            field(item, age.field(), report);
        } else if (source instanceof FactSource.YearAndMonth month) {
            field(item, month.field(), report);
        } else if (source instanceof FactSource.RegisterFinding finding) {
            check(item, finding.check(), report);
        } else if (source instanceof FactSource.RegisterField answer) {
            check(item, answer.check(), report);
            report.unless(
                    answers(answer.check(), answer.field()),
                    item.path("processes", SHEET),
                    answer.check() + " " + answer.field(),
                    "is not in the register's answer");
        }
    }

    private static void field(ItemFolder item, String field, Report report) {
        report.unless(item.asks(field), item.path("processes", SHEET), field, "is not a question of the form");
    }

    private static void check(ItemFolder item, String check, Report report) {
        report.unless(
                item.definition().checks().stream().anyMatch(c -> (c.register() + "/" + c.query()).equals(check)),
                item.path("processes", SHEET),
                check,
                "is not a check of the item");
    }

    private static boolean answers(String check, String field) {
        String[] names = check.split("/", 2);
        return RegisterCatalogue.get()
                .findQuery(names[0], names[1])
                .map(query -> query.answers().stream().anyMatch(a -> a.key().equals(field)))
                .orElse(false);
    }
}
