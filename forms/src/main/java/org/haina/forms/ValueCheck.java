package org.haina.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The compiled schema: values only, our identifier formats asserted. */
final class ValueCheck {
    private final JsonSchema schema;

    ValueCheck(ObjectNode definition, Identifiers identifiers) {
        JsonMetaSchema standard = JsonMetaSchema.getV202012();
        JsonMetaSchema dialect = JsonMetaSchema.builder(standard.getIri(), standard)
                .formats(formats(identifiers))
                .build();
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .locale(Locale.SIMPLIFIED_CHINESE)
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .build();
        schema = JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012))
                .metaSchema(dialect)
                .defaultMetaSchemaIri(dialect.getIri())
                .build()
                .getSchema(definition, config);
        schema.initializeValidators();
    }

    Set<ValidationMessage> broken(JsonNode values) {
        return schema.validate(values);
    }

    private static List<Format> formats(Identifiers identifiers) {
        return Arrays.stream(IdentifierFormat.values())
                .<Format>map(format -> new Asserted(format, identifiers))
                .toList();
    }

    private record Asserted(IdentifierFormat format, Identifiers identifiers) implements Format {
        @Override
        public String getName() {
            return format.schemaName();
        }

        @Override
        public String getMessageKey() {
            return "format";
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            return identifiers.accepts(format, value);
        }
    }
}
