package org.haina.certificates.printing;

import java.awt.Shape;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** One font file, parsed when first needed and kept. */
final class Typeface {
    private final String file;
    private final String family;
    private final int weight;
    private volatile @Nullable Parsed parsed;

    private record Parsed(TrueTypeFont font, CmapLookup characters) {}

    Typeface(String file, String family, int weight) {
        this.file = file;
        this.family = family;
        this.weight = weight;
    }

    String family() {
        return family;
    }

    int weight() {
        return weight;
    }

    boolean has(int codePoint) {
        return parsed().characters().getGlyphId(codePoint) != 0;
    }

    TrueTypeFont font() {
        return parsed().font();
    }

    PDType0Font embedIn(PDDocument document) throws IOException {
        return PDType0Font.load(document, parsed().font(), true);
    }

    /** The outline of a character in units of the em square, y upwards; not for concurrent use. */
    Shape outline(int codePoint) throws IOException {
        GlyphData glyph =
                parsed().font().getGlyph().getGlyph(parsed().characters().getGlyphId(codePoint));
        return glyph.getPath();
    }

    int unitsPerEm() throws IOException {
        return parsed().font().getUnitsPerEm();
    }

    private Parsed parsed() {
        Parsed known = parsed;
        return known != null ? known : parseOnce();
    }

    private synchronized Parsed parseOnce() {
        Parsed known = parsed;
        if (known == null) {
            known = parse();
            parsed = known;
        }
        return known;
    }

    private Parsed parse() {
        try (InputStream in = Typeface.class.getResourceAsStream("/haina/fonts/" + file)) {
            if (in == null) {
                throw new FileNotFoundException(file + " is not on the class path: build with node and npm");
            }
            TrueTypeFont font = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in));
            // Ligatures would change what a reader copies out of the document.
            font.setEnableGsub(false);
            return new Parsed(font, font.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read font " + file, e);
        }
    }
}
