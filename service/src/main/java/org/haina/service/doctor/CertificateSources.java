package org.haina.service.doctor;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.haina.certificates.CertificateDefinition;
import org.haina.forms.FormLayout.Question;
import org.haina.integrations.registers.RegisterCatalogue;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.catalog.ItemFolder;

/** Where a certificate's words come from, as {@code bind} says it: what issuing knows by each of these paths. */
final class CertificateSources {

    private static final Set<String> HOLDER = Set.of("name", "idType", "idNumber");
    private static final Set<String> CERTIFICATE =
            Set.of("number", "issuer", "issuedOn", "identifier", "code", "verifyUrl");
    private static final String VALID_UNTIL = "validUntil";

    private final ItemFolder item;
    private final CertificateDefinition definition;

    CertificateSources(ItemFolder item, CertificateDefinition definition) {
        this.item = item;
        this.definition = definition;
    }

    /** Reasons why nothing will ever stand there, by source. */
    Map<String, String> unknown() {
        Map<String, String> reasons = new TreeMap<>();
        for (String source : new HashSet<>(definition.bind().values())) {
            wrong(source).ifPresent(reason -> reasons.put(source, reason));
        }
        return reasons;
    }

    private Optional<String> wrong(String source) {
        String[] names = source.split("\\.");
        String what = names.length < 2 ? "" : names[1];
        return switch (names[0]) {
            case "form" -> unless(names.length == 2 && item.asks(what), "the form asks for no field " + what);
            case "holder" ->
                unless(
                        names.length == 2 && HOLDER.contains(what),
                        "of the holder only " + HOLDER.stream().sorted().toList() + " is known");
            case "certificate" ->
                unless(names.length == 2 && isKnown(what), "a certificate with this validity has no " + what);
            case "materials" ->
                unless(names.length == 2 && uploaded(what).isPresent(), "nobody uploads a material " + what);
            case "registers" -> register(names);
            case "licence" -> Optional.empty();
            default -> Optional.of("nothing is known by this name");
        };
    }

    private boolean isKnown(String field) {
        boolean ends = definition.validity().period() != null || definition.amends();
        return CERTIFICATE.contains(field) || field.equals(VALID_UNTIL) && ends;
    }

    private Optional<Material> uploaded(String key) {
        return item.definition().materials().stream()
                .filter(material ->
                        material.key().equals(key) && material.sources().contains("upload"))
                .findFirst();
    }

    private Optional<String> register(String[] names) {
        if (names.length < 4) {
            return Optional.of("an answer is named registers.REGISTER.QUERY.FIELD");
        }
        String check = names[1] + "/" + names[2];
        if (item.definition().checks().stream()
                .noneMatch(asked -> (asked.register() + "/" + asked.query()).equals(check))) {
            return Optional.of(check + " is not a check of the item");
        }
        return unless(
                RegisterCatalogue.get().findQuery(names[1], names[2]).stream()
                        .flatMap(query -> query.answers().stream())
                        .anyMatch(field -> field.key().equals(names[3])),
                names[3] + " is not in the answer of " + check);
    }

    /** Why a source that exists may have nothing to say; empty if it always has. */
    Optional<String> absence(String source) {
        String name = source.substring(source.indexOf('.') + 1);
        if (source.startsWith("materials.")) {
            return uploaded(name)
                    .filter(material -> material.sources().size() > 1)
                    .map(material -> "the material may come from elsewhere than an upload");
        }
        return item.form().stream()
                .flatMap(form -> form.layout().questions())
                .filter(question -> source.equals("form." + question.field()))
                .filter(question -> question.when() != null || !question.required())
                .map(CertificateSources::reason)
                .findFirst();
    }

    private static String reason(Question question) {
        return question.when() == null ? "the form lets it be left blank" : "the form asks it under a condition";
    }

    private static Optional<String> unless(boolean holds, String reason) {
        return holds ? Optional.empty() : Optional.of(reason);
    }
}
