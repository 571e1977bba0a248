package org.haina.integrations.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.haina.integrations.DemoPerson;
import org.haina.integrations.DemoPersons;

/** Everybody the sandbox knows: the demo persons, and persons added as copies of them for tests. */
final class People {

    private static final String KIND = "person";

    private final Ledger ledger;
    private final Map<String, DemoPerson> added = new ConcurrentHashMap<>();

    People(Ledger ledger) {
        this.ledger = ledger;
        ledger.effects(KIND).stream()
                .map(effect -> person(effect.answer()))
                .forEach(person -> added.put(person.idNumber(), person));
    }

    /** Forgets who was added. */
    void reset() {
        added.clear();
    }

    List<DemoPerson> all() {
        return Stream.concat(DemoPersons.get().all().stream(), added.values().stream())
                .toList();
    }

    Optional<DemoPerson> find(String idNumber) {
        var number = idNumber.toUpperCase(Locale.ROOT);
        return DemoPersons.get().findByIdNumber(number).or(() -> Optional.ofNullable(added.get(number)));
    }

    /** The organisation with this unified social credit code that somebody acts for. */
    Optional<DemoPerson.Organisation> findOrganisation(String uscc) {
        return all().stream()
                .flatMap(person -> person.organisations().stream())
                .filter(organisation -> organisation.uscc().equals(uscc))
                .findFirst();
    }

    /**
     * Adds a copy of a demo person ({@code copyOf}: key) under another ID number; every other member given replaces
     * the copy's.
     *
     * @throws IllegalArgumentException if the copy cannot be made
     */
    DemoPerson add(ObjectNode wanted) {
        var number = wanted.path("idNumber").asText();
        if (!number.matches("319999\\d{11}[\\dX]")) {
            throw new IllegalArgumentException("Only synthetic ID numbers (319999...) live here");
        }
        var model = DemoPersons.get()
                .findByKey(wanted.path("copyOf").asText())
                .orElseThrow(() -> new IllegalArgumentException("copyOf names no demo person"));
        ObjectNode copy = Json.MAPPER.valueToTree(model);
        var birth = number.substring(6, 10) + "-" + number.substring(10, 12) + "-" + number.substring(12, 14);
        copy.putNull("account").put("key", "added-" + number).put("birthDate", birth);
        copy.setAll(wanted);
        copy.remove("copyOf");
        rename(copy, wanted, model);
        var person = person(copy);
        ledger.once(KIND, KIND, number, copy, () -> copy);
        added.put(number, person);
        return person;
    }

    // A new name must also stand in the registers, unless it is the register that differs.
    private static void rename(ObjectNode copy, ObjectNode wanted, DemoPerson model) {
        var name = wanted.path("name").asText(model.name());
        renameAt(copy.path("diploma"), "holder", model.name(), name);
        renameAt(copy.path("publicSecurity"), "registeredName", model.name(), name);
    }

    private static void renameAt(JsonNode register, String field, String before, String after) {
        if (register instanceof ObjectNode entry && entry.path(field).asText().equals(before)) {
            entry.put(field, after);
        }
    }

    private static DemoPerson person(ObjectNode json) {
        try {
            return Json.MAPPER.treeToValue(json, DemoPerson.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a demo person: " + e.getOriginalMessage(), e);
        }
    }
}
