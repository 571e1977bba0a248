package org.haina.service.issuance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.certificates.CertificateDefinition;
import org.haina.certificates.printing.Bindings;
import org.haina.certificates.printing.DocumentTemplate;
import org.haina.integrations.licencestore.LicenceType;
import org.haina.integrations.licencestore.LicenceTypes;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.catalog.LicenceDeclarations;

/** A certificate as the item defines it: definition, template and the licence store's type together. */
record CertificateForm(CertificateDefinition definition, DocumentTemplate template, LicenceType type) {

    /** @throws IllegalStateException if the item issues none or its artefacts do not fit */
    static CertificateForm of(ItemVersion item, LicenceTypes types) {
        String key = item.definition().certificate();
        CertificateDefinition definition = CertificateDefinition.parse(text(item, key + ".yaml"));
        DocumentTemplate template = DocumentTemplate.parse(text(item, definition.template()));
        definition.requireFits(template);
        LicenceType type = LicenceDeclarations.of(definition)
                .or(() -> types.findByCode(definition.type()))
                .orElseThrow(() -> new IllegalStateException("The licence store has no type " + definition.type()));
        return new CertificateForm(definition, template, type);
    }

    private static String text(ItemVersion item, String file) {
        return item.file("certificates", file)
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("Item " + item.key() + " has no " + file));
    }

    /** Register that numbers it; empty if we do. */
    Optional<String> numberedBy() {
        return Optional.ofNullable(definition.number().source());
    }

    /** The answers of registers that stand on it, as {@code register/query}. */
    Set<String> answersShown() {
        return definition.bind().values().stream()
                .filter(source -> source.startsWith(CertificateData.REGISTERS + "."))
                .map(source -> source.split("\\."))
                .map(names -> names[1] + "/" + names[2])
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What anybody may see, in the order of the definition, labelled as in the licence store. */
    List<PublicFact> publicFacts(Bindings filled) {
        return definition.publicFields().stream()
                .map(path -> new PublicFact(label(path), filled.at(path).asText()))
                .toList();
    }

    /** The face in the licence store's names. */
    ObjectNode surface(Bindings filled) {
        Map<String, String> face = new LinkedHashMap<>();
        definition
                .surface()
                .forEach((name, path) -> face.put(name, filled.at(path).asText()));
        ObjectNode surface = JsonNodeFactory.instance.objectNode();
        face.forEach(surface::put);
        return surface;
    }

    private String label(String path) {
        return definition.surface().entrySet().stream()
                .filter(face -> face.getValue().equals(path))
                .flatMap(face -> type.surface().stream().filter(f -> f.key().equals(face.getKey())))
                .map(LicenceType.SurfaceField::label)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing on the face of " + type.key() + " is " + path));
    }
}
