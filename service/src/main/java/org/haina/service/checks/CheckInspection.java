package org.haina.service.checks;

import java.util.Optional;
import java.util.Set;
import org.haina.integrations.registers.RegisterCatalogue;
import org.haina.integrations.registers.RegisterCatalogue.Query;
import org.haina.processes.ItemDefinition.Check;
import org.haina.service.catalog.ItemFolder;
import org.haina.service.catalog.ItemInspection;
import org.springframework.stereotype.Component;

/** Declared checks can be asked: the register knows the question, the form has what it must be told. */
@Component
class CheckInspection implements ItemInspection {

    /** Parameters that {@link Questions} takes from elsewhere than a field of the same name. */
    private static final Set<String> HOLDER = Set.of("holder", "holderType");

    @Override
    public void inspect(ItemFolder item, Report report) {
        String file = item.path("processes", "item.yaml");
        for (Check check : item.definition().checks()) {
            String name = "checks " + check.register() + "/" + check.query();
            Optional<Query> query = RegisterCatalogue.get().findQuery(check.register(), check.query());
            report.unless(query.isPresent(), file, name, "no register answers this question");
            query.ifPresent(known -> inspect(
                    item, check, known, (place, element, reason) -> report.add(place, name + " " + element, reason)));
        }
    }

    private static void inspect(ItemFolder item, Check check, Query query, Report report) {
        String file = item.path("processes", "item.yaml");
        report.unless(!query.command(), file, "query", "is a command, not a question");
        query.parameters().stream()
                .filter(parameter -> parameter.required() && !answerable(parameter.key(), item))
                .forEach(parameter ->
                        report.add(file, parameter.key(), "must be told to the register, the form does not ask it"));
        report.unless(
                !query.separateConsent() || item.asks(query.key() + "Consent"),
                file,
                "consent",
                "this question needs a consent of its own, the form has no field " + query.key() + "Consent");
        check.comparisons().forEach((key, field) -> {
            report.unless(
                    query.answers().stream().anyMatch(answer -> answer.key().equals(key)),
                    file,
                    "compare " + key,
                    "is not in the register's answer");
            report.unless(item.asks(field), file, "compare " + key, "the form does not ask " + field);
        });
        if (check.when() != null) {
            String field = check.when().field();
            report.unless(item.asks(field), file, "when " + field, "the form does not ask it");
            check.when().answers().stream()
                    .filter(value -> !offers(item, field, value))
                    .forEach(value -> report.add(file, "when " + field, "the form does not offer " + value));
        }
    }

    private static boolean answerable(String parameter, ItemFolder item) {
        if (parameter.equals("round")) {
            return item.definition().window() != null;
        }
        return HOLDER.contains(parameter) ? item.asks("idNumber") && item.asks("idType") : item.asks(parameter);
    }

    private static boolean offers(ItemFolder item, String field, String value) {
        return item.form()
                .map(form -> form.layout()
                        .questions()
                        .filter(question -> question.field().equals(field))
                        .allMatch(question -> question.options().isEmpty()
                                || question.options().stream()
                                        .anyMatch(option -> option.value().equals(value))))
                .orElse(true);
    }
}
