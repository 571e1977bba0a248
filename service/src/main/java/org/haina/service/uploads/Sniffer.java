package org.haina.service.uploads;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises files by their first bytes, and files that are two things at once. */
final class Sniffer {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final Pattern HEIC_BRAND = Pattern.compile("ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif)");
    private static final Pattern MARKUP = Pattern.compile("<(html|script|!doctype|svg|iframe|body|\\?php)");
    private static final byte[] ZIP_END = {'P', 'K', 5, 6};
    private static final int ZIP_END_LENGTH = 22;
    private static final int LONGEST_ZIP_COMMENT = 65_535;
    private static final int HEAD = 1024;

    private Sniffer() {}

    static Optional<FileType> typeOf(byte[] content) {
        if (startsWith(content, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
            return Optional.of(FileType.PDF);
        }
        if (startsWith(content, JPEG)) {
            return Optional.of(FileType.JPEG);
        }
        return startsWith(content, PNG) ? Optional.of(FileType.PNG) : Optional.empty();
    }

    static boolean isHeic(byte[] content) {
        return content.length > 12
                && HEIC_BRAND
                        .matcher(new String(content, 4, 8, StandardCharsets.ISO_8859_1))
                        .matches();
    }

    /** True if another program would take the file for something else: markup at its head, an archive at its end. */
    static boolean isMixed(byte[] content, FileType type) {
        return MARKUP.matcher(head(content)).find()
                || endsAsZip(content)
                || type == FileType.PDF && !endsAsPdf(content);
    }

    private static String head(byte[] content) {
        return new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
    }

    /** An archive's last record says how long the comment after it is; where that fits exactly it is no accident. */
    private static boolean endsAsZip(byte[] content) {
        int first = Math.max(0, content.length - ZIP_END_LENGTH - LONGEST_ZIP_COMMENT);
        for (int i = content.length - ZIP_END_LENGTH; i >= first; i--) {
            if (matchesAt(content, i, ZIP_END)) {
                int comment = (content[i + 20] & 0xff) | (content[i + 21] & 0xff) << 8;
                if (i + ZIP_END_LENGTH + comment == content.length) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Only line ends and a little padding may follow the last end mark (ISO 32000-1, 7.5.5 asks for none). */
    private static boolean endsAsPdf(byte[] content) {
        byte[] mark = "%%EOF".getBytes(StandardCharsets.US_ASCII);
        int end = content.length;
        while (end > 0 && (content[end - 1] <= ' ' && content[end - 1] >= 0)) {
            end--;
        }
        return end >= mark.length && matchesAt(content, end - mark.length, mark);
    }

    private static boolean startsWith(byte[] content, byte[] magic) {
        return content.length >= magic.length && matchesAt(content, 0, magic);
    }

    private static boolean matchesAt(byte[] content, int offset, byte[] magic) {
        for (int i = 0; i < magic.length; i++) {
            if (content[offset + i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
