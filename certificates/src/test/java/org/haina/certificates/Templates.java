package org.haina.certificates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.haina.certificates.printing.Bindings;
import org.haina.certificates.printing.DocumentTemplate;
import org.haina.certificates.printing.PdfPrinter;

/** Every template of this module with its sample, and one printer for all tests. */
public record Templates(Path html) {
    public static final PdfPrinter PRINTER = PdfPrinter.forDemonstration();
    public static final Instant PRINTED = Instant.parse("2026-11-23T02:00:00Z");

    public static List<Templates> all() {
        return Stream.of(Path.of("documents"), Path.of("services"))
                .flatMap(Templates::under)
                .sorted()
                .map(Templates::new)
                .toList();
    }

    public static Templates named(String name) {
        return all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    public String name() {
        return html.getFileName().toString().replace(".html", "");
    }

    public DocumentTemplate template() {
        return isCertificate()
                ? DocumentTemplate.parse(read(html))
                : OfficialDocument.named(name()).template();
    }

    public String yaml() {
        return read(html.resolveSibling(name() + ".yaml"));
    }

    public boolean isCertificate() {
        return !html.startsWith("documents");
    }

    public Bindings sample() {
        Bindings data = Bindings.parse(read(html.resolveSibling("samples").resolve(name() + ".json")));
        return isCertificate() ? CertificateDefinition.parse(yaml()).bindings(data) : data;
    }

    public byte[] print() {
        return PRINTER.print(template(), sample(), PRINTED);
    }

    @Override
    public String toString() {
        return name();
    }

    private static Stream<Path> under(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".html")
                            && !file.getParent().endsWith("parts"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
