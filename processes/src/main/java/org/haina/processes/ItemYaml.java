package org.haina.processes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Reads {@code item.yaml}: keys first (all problems at once), then values, then rules between values. */
final class ItemYaml {
    private static final int MAX_BYTES = 1 << 20;
    private static final ObjectMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .addModule(new JavaTimeModule())
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private ItemYaml() {}

    static ItemDefinition read(byte[] yaml) {
        if (yaml.length > MAX_BYTES) {
            throw new InvalidItemException(List.of("the file is larger than 1 MiB"));
        }
        ItemDefinition item = bind(tree(yaml));
        failIfAny(ItemRules.problemsOf(item));
        return item;
    }

    private static JsonNode tree(byte[] yaml) {
        try {
            JsonNode root = MAPPER.readTree(yaml);
            failIfAny(RecordKeys.problemsOf(root, ItemDefinition.class));
            return root;
        } catch (IOException e) {
            throw new InvalidItemException(List.of("not readable as YAML: " + firstLine(e)), e);
        }
    }

    private static ItemDefinition bind(JsonNode root) {
        try {
            return MAPPER.treeToValue(root, ItemDefinition.class);
        } catch (JsonMappingException e) {
            throw new InvalidItemException(List.of(path(e) + ": " + firstLine(e)), e);
        } catch (JsonProcessingException e) {
            throw new InvalidItemException(List.of(firstLine(e)), e);
        }
    }

    private static void failIfAny(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidItemException(problems);
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no detail");
    }
}
