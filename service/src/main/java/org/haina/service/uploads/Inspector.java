package org.haina.service.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.stream.Collectors;
import org.haina.service.uploads.Inspection.Infected;
import org.haina.service.uploads.Inspection.Passed;
import org.haina.service.uploads.Inspection.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks into an upload; the first refusal wins. */
@Component
public class Inspector {

    private static final Logger LOG = LoggerFactory.getLogger(Inspector.class);

    private final Workers workers;
    private final Scanner scanner;

    Inspector(Workers workers, Scanner scanner) {
        this.workers = workers;
        this.scanner = scanner;
    }

    /**
     * @param name as the sender gave it, untrusted
     * @param content read no further than the limit; not closed
     * @throws IOException if the sender's connection breaks
     */
    public Inspection inspect(String name, InputStream content, FileRules rules) throws IOException {
        try {
            byte[] bytes = read(content, rules);
            FileName given = FileName.of(name);
            FileType type = type(bytes, given, rules);
            return workers.call(() -> scanned(bytes, given.with(type), type, rules));
        } catch (RefusedUpload e) {
            return e.refused();
        }
    }

    private static byte[] read(InputStream content, FileRules rules) throws IOException {
        byte[] bytes = content.readNBytes(rules.maxBytes() + 1);
        if (bytes.length == 0) {
            throw new RefusedUpload(Reason.EMPTY);
        }
        if (bytes.length > rules.maxBytes()) {
            throw new RefusedUpload(Reason.TOO_LARGE, rules.maxMegabytes());
        }
        return bytes;
    }

    private static FileType type(byte[] bytes, FileName name, FileRules rules) {
        if (Sniffer.isHeic(bytes)) {
            throw new RefusedUpload(Reason.HEIC);
        }
        FileType type = Sniffer.typeOf(bytes)
                .filter(rules.types()::contains)
                .orElseThrow(() -> new RefusedUpload(Reason.TYPE_NOT_ALLOWED, words(rules)));
        if (FileType.ofExtension(name.extension()).filter(type::equals).isEmpty()) {
            throw new RefusedUpload(Reason.NAME_MISMATCH, type);
        }
        if (Sniffer.isMixed(bytes, type)) {
            throw new RefusedUpload(Reason.MIXED_CONTENT);
        }
        return type;
    }

    /** The scanner sees the file as it came, even if only a re-encoded picture of it would be kept. */
    private Inspection scanned(byte[] bytes, String name, FileType type, FileRules rules) {
        byte[] opened = structure(type, rules).opened(bytes);
        try {
            return switch (scanner.scan(bytes)) {
                case CLEAN -> new Passed(name, type, opened, Inspection.Scan.CLEAN);
                case NOT_SCANNED -> new Passed(name, type, opened, Inspection.Scan.NOT_SCANNED);
                case INFECTED -> new Infected(name, type, bytes, Reason.INFECTED.refused());
            };
        } catch (Scanner.ScannerDownException e) {
            LOG.error("Uploads are refused: {}", e.getMessage(), e);
            throw new RefusedUpload(Reason.SCANNER_DOWN);
        }
    }

    private static Structure structure(FileType type, FileRules rules) {
        return type == FileType.PDF ? new PdfStructure() : new ImageStructure(type, rules);
    }

    private static String words(FileRules rules) {
        return rules.types().stream()
                .map(type -> type == FileType.JPEG ? "JPG" : type.name())
                .map(name -> name.toUpperCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining("、"));
    }
}
