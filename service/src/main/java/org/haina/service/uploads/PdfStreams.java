package org.haina.service.uploads;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Refuses a PDF that would unfold into far more than it is, before a library unfolds it: every compressed stream is
 * inflated into nothing and counted, and streams compressed twice are not taken at all.
 */
final class PdfStreams {

    private static final long MOST_PER_STREAM = 160L << 20;
    private static final long MOST_TOGETHER = 1L << 30;
    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");
    private static final Pattern HEX = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final String EXPANDING = "/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|BrotliDecode)\\b";
    private static final Pattern TWICE =
            Pattern.compile("\\[[^\\]\\[]{0,200}?" + EXPANDING + "[^\\]\\[]{0,200}?" + EXPANDING);

    private PdfStreams() {}

    static void requireModest(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (TWICE.matcher(plainNames(text)).find()) {
            throw new RefusedUpload(Inspection.Reason.PDF_TOO_COMPLEX);
        }
        long together = 0;
        for (Matcher stream = STREAM.matcher(text); stream.find(); ) {
            together += inflated(content, stream.end());
            if (together > MOST_TOGETHER) {
                throw new RefusedUpload(Inspection.Reason.PDF_TOO_COMPLEX);
            }
        }
    }

    /** Names may spell any character as {@code #xx} (ISO 32000-1, 7.3.5). */
    private static String plainNames(String text) {
        return HEX.matcher(text)
                .replaceAll(
                        hex -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(hex.group(1), 16))));
    }

    /** Counts what comes out; a stream that is not deflated ends at once. */
    private static long inflated(byte[] content, int offset) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content, offset, content.length - offset);
            byte[] nowhere = new byte[1 << 16];
            while (!inflater.finished() && inflater.inflate(nowhere) > 0) {
                if (inflater.getBytesWritten() > MOST_PER_STREAM) {
                    throw new RefusedUpload(Inspection.Reason.PDF_TOO_COMPLEX);
                }
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException e) {
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }
}
