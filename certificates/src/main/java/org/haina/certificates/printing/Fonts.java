package org.haina.certificates.printing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * The embedded fonts: Noto Sans SC, and Noto Sans JP for characters the former lacks (𠮷). Parsed once, shared by all threads.
 *
 * <p>FontBox seeks in a font's data under two different locks, so embedding and subsetting by two threads at once could
 * read garbage; both happen under this object's lock. Layout, the larger part of the work, runs in parallel.
 */
final class Fonts {
    static final String FAMILIES = "'Haina Sans', 'Haina Sans Rare'";

    private final Typeface regular = new Typeface("NotoSansSC_400Regular.ttf", "Haina Sans", 400);
    private final Typeface bold = new Typeface("NotoSansSC_700Bold.ttf", "Haina Sans", 700);
    private final Typeface rareRegular = new Typeface("NotoSansJP_400Regular.ttf", "Haina Sans Rare", 400);
    private final Typeface rareBold = new Typeface("NotoSansJP_700Bold.ttf", "Haina Sans Rare", 700);

    Typeface bold() {
        return bold;
    }

    List<Typeface> all() {
        return List.of(regular, bold, rareRegular, rareBold);
    }

    void offerTo(PdfRendererBuilder builder, PDDocument document) {
        all().forEach(face ->
                builder.useFont(new Embedding(face, document), face.family(), face.weight(), FontStyle.NORMAL, true));
    }

    synchronized void save(PDDocument document, OutputStream to) throws IOException {
        document.save(to);
    }

    void requirePrintable(String text, String source) {
        unprintable(text).ifPresent(codePoint -> {
            throw new UnprintableTextException(codePoint, source);
        });
    }

    /** The first character that cannot be shown. */
    OptionalInt unprintable(String text) {
        return text.codePoints().filter(codePoint -> !isPrintable(codePoint)).findFirst();
    }

    boolean isPrintable(int codePoint) {
        return codePoint == '\n' || isVisible(codePoint) && (inBoth(codePoint, regular, bold) || isRare(codePoint));
    }

    private boolean isRare(int codePoint) {
        return inBoth(codePoint, rareRegular, rareBold);
    }

    private static boolean inBoth(int codePoint, Typeface one, Typeface other) {
        return Stream.of(one, other).allMatch(face -> face.has(codePoint));
    }

    /** The renderer silently drops these, and direction marks could make a line read otherwise than its data. */
    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> codePoint != 0xFFFC;
        };
    }

    /** Embeds a face on first use, so that a document without rare characters never touches the fallback. */
    private final class Embedding extends PDFontSupplier {
        private final Typeface face;
        private final PDDocument document;

        Embedding(Typeface face, PDDocument document) {
            super(null);
            this.face = face;
            this.document = document;
        }

        @Override
        public PDFont supply() {
            synchronized (Fonts.this) {
                try {
                    return face.embedIn(document);
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot embed " + face.family(), e);
                }
            }
        }
    }
}
