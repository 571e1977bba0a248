package org.haina.certificates.signing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A /ByteRange as it stands in the raw file: two stretches around the hexadecimal /Contents. Read without a PDF parser,
 * because before the signature is checked every structure in the file is the work of a stranger.
 */
record SignatureRange(int firstLength, int secondStart, int secondLength) {
    private static final Pattern BYTE_RANGE = Pattern.compile(
            "/ByteRange\\s{0,8}\\[\\s{0,8}0\\s{1,8}(\\d{1,9})\\s{1,8}(\\d{1,9})\\s{1,8}(\\d{1,9})\\s{0,64}\\]");
    private static final Pattern HEXADECIMAL = Pattern.compile("([0-9A-F]{2})++");
    private static final Pattern MENTION = Pattern.compile("/ByteRange");

    /** Every well-formed range of a file read as Latin-1; {@link #mentions} counts the malformed ones too. */
    static List<SignatureRange> in(String latin) {
        List<SignatureRange> ranges = new ArrayList<>();
        Matcher match = BYTE_RANGE.matcher(latin);
        while (match.find()) {
            ranges.add(new SignatureRange(number(match, 1), number(match, 2), number(match, 3)));
        }
        return ranges;
    }

    static long mentions(String latin) {
        return MENTION.matcher(latin).results().count();
    }

    /** Whether the two stretches and the gap between them lie inside the file. */
    boolean liesIn(byte[] pdf) {
        return firstLength > 0 && secondStart > firstLength + 1 && end() <= pdf.length;
    }

    long end() {
        return (long) secondStart + secondLength;
    }

    /** The bytes the signature covers. */
    byte[] covered(byte[] pdf) {
        byte[] covered = Arrays.copyOf(pdf, firstLength + secondLength);
        System.arraycopy(pdf, secondStart, covered, firstLength, secondLength);
        return covered;
    }

    /** The DER object in the gap, which must be one hexadecimal string followed by nothing but zeros. */
    Optional<byte[]> contents(byte[] pdf) {
        if (pdf[firstLength] != '<' || pdf[secondStart - 1] != '>') {
            return Optional.empty();
        }
        String hex = new String(pdf, firstLength + 1, secondStart - firstLength - 2, StandardCharsets.ISO_8859_1);
        return HEXADECIMAL.matcher(hex).matches() ? onlyObject(HexFormat.of().parseHex(hex)) : Optional.empty();
    }

    private static Optional<byte[]> onlyObject(byte[] padded) {
        if (padded.length < 4 || padded[0] != 0x30 || padded[1] != (byte) 0x82) {
            return Optional.empty();
        }
        int length = 4 + (padded[2] & 0xFF) * 256 + (padded[3] & 0xFF);
        for (int i = length; i < padded.length; i++) {
            if (padded[i] != 0) {
                return Optional.empty();
            }
        }
        return length > padded.length ? Optional.empty() : Optional.of(Arrays.copyOf(padded, length));
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
