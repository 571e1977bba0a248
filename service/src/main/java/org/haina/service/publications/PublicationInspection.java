package org.haina.service.publications;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.haina.processes.AfterGrant.Publication;
import org.haina.processes.ItemDefinition.Shape;
import org.haina.service.catalog.ItemFolder;
import org.haina.service.catalog.ItemInspection;
import org.springframework.stereotype.Component;

/**
 * No item publishes an answer that names or describes a person, whatever its author thought of it; and no item that grants licences
 * keeps silent about their publication (行政许可法 40).
 */
@Component
class PublicationInspection implements ItemInspection {

    private static final Set<Shape> GRANTING = EnumSet.of(Shape.LICENCE, Shape.ADMISSION);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What says something of a place or an organisation; every other format is an identifier, a name or a day of somebody's life. */
    private static final Set<String> HARMLESS = Set.of("", "sh-district", "cn-uscc");

    @Override
    public void inspect(ItemFolder item, Report report) {
        Publication declared = item.definition().publication();
        if (declared == null) {
            report.unless(
                    !GRANTING.contains(item.definition().shape()),
                    item.path("processes", "item.yaml"),
                    "publication",
                    "is missing: a grant is published, or withheld for a reason that is stated");
            return;
        }
        String file = item.definition().forms().apply() + ".schema.json";
        item.file("forms", file).ifPresent(bytes -> {
            JsonNode asked = properties(bytes);
            declared.answers()
                    .forEach(field -> report.unless(
                            isHarmless(asked.path(field)),
                            item.path("processes", "item.yaml"),
                            "publication " + field,
                            "is an answer about a person and is not published"));
        });
    }

    private static boolean isHarmless(JsonNode property) {
        return HARMLESS.contains(property.path("format").asText(""))
                && !property.path("x-haina-secret").asBoolean();
    }

    private static JsonNode properties(byte[] schema) {
        try {
            return JSON.readTree(schema).path("properties");
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
