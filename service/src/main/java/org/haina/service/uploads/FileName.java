package org.haina.service.uploads;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The name a sender gave, made fit for lists and download headers: last part of a path, no control, direction or
 * invisible characters, at most 200 bytes. Chinese and emoji stay.
 */
record FileName(String stem, String extension) {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}\\uFFFD]");
    private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*/\\\\]");
    private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");
    private static final int MOST_BYTES = 180;

    static FileName of(String given) {
        String visible = INVISIBLE.matcher(given).replaceAll("");
        String last = visible.substring(Math.max(visible.lastIndexOf('/'), visible.lastIndexOf('\\')) + 1);
        String clean = trimmed(RESERVED.matcher(Normalizer.normalize(last, Normalizer.Form.NFC))
                .replaceAll("_"));
        int dot = clean.lastIndexOf('.');
        return dot < 0
                ? new FileName(clean, "")
                : new FileName(trimmed(clean.substring(0, dot)), clean.substring(dot + 1));
    }

    /** The name under which the file is kept: its ending is that of its content. */
    String with(FileType type) {
        String kept = shortened(stem);
        return (kept.isEmpty() ? "文件" : kept) + "." + type.extension();
    }

    private static String trimmed(String text) {
        return EDGES.matcher(text).replaceAll("");
    }

    private static String shortened(String text) {
        StringBuilder kept = new StringBuilder();
        int bytes = 0;
        for (int point : text.codePoints().toArray()) {
            String character = Character.toString(point);
            bytes += character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            kept.append(character);
        }
        return trimmed(kept.toString());
    }
}
