package org.haina.service.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.haina.forms.Finding;
import org.haina.forms.Form;
import org.haina.forms.FormLayout.Question;
import org.haina.integrations.licencestore.LicenceType;
import org.haina.integrations.licencestore.LicenceTypes;
import org.haina.integrations.registers.OrganisationRegister;
import org.haina.integrations.registers.RegisterCatalogue;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.catalog.ItemFolder;
import org.haina.service.catalog.ItemInspection;
import org.haina.service.catalog.LicenceDeclarations;
import org.springframework.stereotype.Component;

/** The form fits the item: materials, prefilled answers, columns of lists, and what its samples promise. */
@Component
class FormInspection implements ItemInspection {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SAMPLES = "samples/";

    @Override
    public void inspect(ItemFolder item, Report report) {
        sources(item, report);
        item.form().ifPresent(form -> {
            materials(item, form, report);
            prefills(item, form, report);
            addresses(item, form, report);
            columns(item, report);
            samples(item, form, report);
        });
    }

    private static void sources(ItemFolder item, Report report) {
        LicenceTypes types = types(item);
        for (Material material : item.definition().materials()) {
            for (String source : material.sources()) {
                String[] parts = source.split(":", 2);
                boolean known =
                        switch (parts[0]) {
                            case "licence" -> types.find(parts[1]).isPresent();
                            case "register" ->
                                RegisterCatalogue.get().findRegister(parts[1]).isPresent();
                            default -> true;
                        };
                report.unless(
                        known,
                        item.path("processes", "item.yaml"),
                        "materials " + material.key(),
                        source + " is not known");
            }
        }
    }

    private static void materials(ItemFolder item, Form form, Report report) {
        Set<String> declared =
                item.definition().materials().stream().map(Material::key).collect(Collectors.toSet());
        Set<String> asked = form.layout()
                .questions()
                .filter(question -> question.widget().isFile())
                .map(Question::field)
                .collect(Collectors.toSet());
        asked.stream()
                .filter(key -> !declared.contains(key))
                .forEach(key -> report.add(layout(item), key, "asks for a file that is no material of the item"));
        item.definition().materials().stream()
                .filter(material -> material.sources().contains("upload") && !asked.contains(material.key()))
                .filter(material -> material.sources().size() == 1)
                .forEach(material -> report.add(
                        item.path("processes", "item.yaml"),
                        "materials " + material.key(),
                        "comes by upload only, the form does not ask for it"));
    }

    private static void prefills(ItemFolder item, Form form, Report report) {
        LicenceTypes types = types(item);
        form.layout()
                .questions()
                .filter(question -> question.prefill() != null && !isKnown(question.prefill(), types))
                .forEach(question ->
                        report.add(layout(item), question.field(), "nothing is known as " + question.prefill()));
    }

    /** Letters and officials' pages speak of the applicant, not to him. */
    private static void addresses(ItemFolder item, Form form, Report report) {
        form.layout().pages().stream()
                .filter(page -> page.formalTitle().contains("您"))
                .forEach(page -> report.add(layout(item), page.key(), "a title that says 您 needs a formal one"));
        form.layout()
                .questions()
                .filter(question -> question.formalLabel().contains("您"))
                .forEach(question ->
                        report.add(layout(item), question.field(), "a label that says 您 needs a formal one"));
    }

    private static boolean isKnown(String prefill, LicenceTypes types) {
        if (prefill.equals("context.item") || prefill.equals("context.case") || prefill.equals("applicant.kind")) {
            return true;
        }
        if (prefill.startsWith("citizen.")) {
            return isAnswered("citizen-cloud", "profile", prefill.substring("citizen.".length()));
        }
        if (prefill.startsWith("organisation.")) {
            String field = prefill.substring("organisation.".length());
            return Arrays.stream(OrganisationRegister.values())
                    .allMatch(keeper -> isAnswered(keeper.register(), keeper.query(), field));
        }
        String[] parts = prefill.replaceFirst("^licence:", "").split("\\.", 2);
        return prefill.startsWith("licence:")
                && parts.length == 2
                && types.find(parts[0]).stream()
                        .flatMap(type -> type.surface().stream())
                        .anyMatch(field -> field.key().equals(parts[1]));
    }

    /** Those the store knows and those that any item declares. */
    static LicenceTypes types(ItemFolder item) {
        List<LicenceType> declared = LicenceDeclarations.in(item.files());
        return LicenceTypes.standard().and(() -> declared);
    }

    private static boolean isAnswered(String register, String query, String field) {
        return RegisterCatalogue.get().findQuery(register, query).stream()
                .flatMap(found -> found.answers().stream())
                .anyMatch(answer -> answer.key().equals(field));
    }

    private static void columns(ItemFolder item, Report report) {
        item.definition().promoted().stream()
                .filter(field -> !item.asks(field))
                .forEach(field -> report.add(
                        item.path("processes", "item.yaml"), "promoted " + field, "is not a question of the form"));
    }

    private static void samples(ItemFolder item, Form form, Report report) {
        List<String> samples = item.names("forms")
                .filter(name -> name.startsWith(SAMPLES) && name.endsWith(".json"))
                .toList();
        for (String kind : List.of("valid-", "invalid-")) {
            report.unless(
                    samples.stream().anyMatch(name -> name.startsWith(SAMPLES + kind)),
                    item.path("forms", SAMPLES),
                    kind,
                    "there is no sample of this kind");
        }
        samples.forEach(name -> sample(item, form, name, report));
    }

    private static void sample(ItemFolder item, Form form, String name, Report report) {
        String file = item.path("forms", name);
        try {
            JsonNode sample = JSON.readTree(item.file("forms", name).orElseThrow());
            boolean valid = name.startsWith(SAMPLES + "valid-");
            Set<String> expected = valid ? Set.of() : expected(sample);
            JsonNode data = valid ? sample : sample.path("data");
            if (!(data instanceof ObjectNode answers) || (!valid && expected.isEmpty())) {
                report.add(file, "file", "a sample is an object; an invalid one has data and says what to expect");
                return;
            }
            Set<String> found =
                    form.check(answers).stream().map(FormInspection::words).collect(Collectors.toSet());
            difference(found, expected).forEach(what -> report.add(file, what, "is found but not expected"));
            difference(expected, found).forEach(what -> report.add(file, what, "is expected but not found"));
        } catch (IOException e) {
            report.add(file, "file", "is not JSON");
        }
    }

    private static Set<String> expected(JsonNode sample) {
        return StreamSupport.stream(sample.path("expect").spliterator(), false)
                .map(e -> e.path("pointer").asText() + " " + e.path("rule").asText())
                .collect(Collectors.toSet());
    }

    private static String words(Finding finding) {
        return finding.pointer() + " " + finding.rule();
    }

    private static Set<String> difference(Set<String> from, Set<String> without) {
        Set<String> rest = new TreeSet<>(from);
        rest.removeAll(without);
        return rest;
    }

    private static String layout(ItemFolder item) {
        return item.path("forms", item.definition().forms().apply() + ".layout.json");
    }
}
