package org.haina.service.doctor;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.haina.certificates.CertificateDefinition;
import org.haina.certificates.printing.Bindings;
import org.haina.certificates.printing.DocumentTemplate;
import org.haina.service.catalog.ItemFolder;
import org.haina.service.catalog.ItemInspection;
import org.springframework.stereotype.Component;

/** The certificate an item promises can be printed: definition, template and sample fit each other. */
@Component
class CertificateInspection implements ItemInspection {

    private static final String TOP = "certificates";

    @Override
    public void inspect(ItemFolder item, Report report) {
        String name = item.definition().certificate();
        if (name == null) {
            return;
        }
        String file = name + ".yaml";
        Optional<String> yaml = text(item, file, report);
        yaml.flatMap(text -> definition(item, file, text, report)).ifPresent(definition -> {
            template(item, file, definition, report);
            carried(item, file, definition, report);
            amended(item, file, definition, report);
            sample(item, name, definition, report);
        });
    }

    private static Optional<CertificateDefinition> definition(
            ItemFolder item, String file, String yaml, Report report) {
        try {
            return Optional.of(CertificateDefinition.parse(yaml));
        } catch (IllegalArgumentException e) {
            report.add(item.path(TOP, file), "file", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static void carried(ItemFolder item, String file, CertificateDefinition definition, Report report) {
        definition
                .number()
                .carriedField()
                .filter(field -> item.form().stream()
                        .flatMap(form -> form.layout().questions())
                        .noneMatch(question -> question.field().equals(field)))
                .ifPresent(field ->
                        report.add(item.path(TOP, file), "number.carried", "the form asks for no field " + field));
    }

    /** Only a change has a licence before it; it says more than its own application. */
    private static void amended(ItemFolder item, String file, CertificateDefinition definition, Report report) {
        boolean reads = definition.bind().values().stream().anyMatch(source -> source.startsWith("licence."));
        report.unless(
                reads == definition.amends(),
                item.path(TOP, file),
                "validity",
                "carried exactly when the certificate shows the licence it changes");
    }

    private static void template(ItemFolder item, String file, CertificateDefinition definition, Report report) {
        text(item, definition.template(), report).ifPresent(html -> {
            try {
                definition.requireFits(DocumentTemplate.parse(html));
            } catch (IllegalArgumentException e) {
                report.add(item.path(TOP, file), "bind", String.valueOf(e.getMessage()));
            }
        });
    }

    private static void sample(ItemFolder item, String name, CertificateDefinition definition, Report report) {
        String file = "samples/" + name + ".json";
        text(item, file, report).ifPresent(json -> {
            try {
                Bindings data = Bindings.parse(json);
                definition
                        .bind()
                        .forEach((path, source) -> report.unless(
                                !data.at(source).isMissingNode(),
                                item.path(TOP, file),
                                source,
                                "is missing, " + path + " needs it"));
            } catch (IllegalArgumentException e) {
                report.add(item.path(TOP, file), "file", "is not JSON");
            }
        });
    }

    private static Optional<String> text(ItemFolder item, String file, Report report) {
        Optional<byte[]> bytes = item.file(TOP, file);
        report.unless(bytes.isPresent(), item.path(TOP, file), "file", "is missing");
        return bytes.map(content -> new String(content, StandardCharsets.UTF_8));
    }
}
