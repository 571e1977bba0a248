package org.haina.service.doctor;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haina.certificates.CertificateDefinition;
import org.haina.certificates.printing.Bindings;
import org.haina.certificates.printing.DocumentTemplate;
import org.haina.integrations.registers.RegisterCatalogue;
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
            var sources = new CertificateSources(item, definition);
            Map<String, String> unknown = sources.unknown();
            definition.bind().forEach((path, source) -> Optional.ofNullable(unknown.get(source))
                    .ifPresent(reason -> report.add(item.path(TOP, file), "bind " + path, source + ": " + reason)));
            CertificateFace.inspect(item, item.path(TOP, file), definition, report);
            template(item, file, definition, sources, report);
            numbered(item, file, definition, report);
            amended(item, file, definition, report);
            sample(item, name, definition, unknown.keySet(), report);
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

    private static void numbered(ItemFolder item, String file, CertificateDefinition definition, Report report) {
        definition
                .number()
                .carriedField()
                .filter(field -> item.form().stream()
                        .flatMap(form -> form.layout().questions())
                        .noneMatch(question -> question.field().equals(field)))
                .ifPresent(field ->
                        report.add(item.path(TOP, file), "number.carried", "the form asks for no field " + field));
        Optional.ofNullable(definition.number().source())
                .filter(register -> RegisterCatalogue.get()
                        .findQuery(register, "certificate-number")
                        .isEmpty())
                .ifPresent(register ->
                        report.add(item.path(TOP, file), "number.source", register + " numbers no certificates"));
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

    private static void template(
            ItemFolder item, String file, CertificateDefinition definition, CertificateSources sources, Report report) {
        String html = item.path(TOP, definition.template());
        text(item, definition.template(), report).ifPresent(source -> {
            try {
                DocumentTemplate template = DocumentTemplate.parse(source);
                definition
                        .unbound(template)
                        .forEach(path -> report.add(html, path, "is read here, " + file + " binds nothing to it"));
                definition
                        .unread(template)
                        .forEach(path -> report.add(
                                item.path(TOP, file), "bind " + path, definition.template() + " does not read it"));
                absent(item.path(TOP, file), definition, template, sources, report);
            } catch (IllegalArgumentException e) {
                report.add(html, "file", String.valueOf(e.getMessage()));
            }
        });
    }

    /** Printing refuses where the template reads what is not there; that would be after the grant. */
    private static void absent(
            String file,
            CertificateDefinition definition,
            DocumentTemplate template,
            CertificateSources sources,
            Report report) {
        template.always().stream().filter(definition.bind()::containsKey).forEach(path -> {
            String source = String.valueOf(definition.bind().get(path));
            sources.absence(source)
                    .ifPresent(reason -> report.add(
                            file,
                            "bind " + path,
                            source + ": " + reason + ", " + definition.template() + " reads it outside data-if"));
        });
    }

    /** @param unknown sources that are wrong themselves: no sample need hold them */
    private static void sample(
            ItemFolder item, String name, CertificateDefinition definition, Set<String> unknown, Report report) {
        String file = "samples/" + name + ".json";
        text(item, file, report).ifPresent(json -> {
            try {
                Bindings data = Bindings.parse(json);
                definition
                        .bind()
                        .forEach((path, source) -> report.unless(
                                unknown.contains(source) || !data.at(source).isMissingNode(),
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
