package org.haina.certificates.printing;

import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Shows Chinese in documents that name a font and do not bring it, as many made in offices do. What the machine happens
 * to have does not matter: without this, a server shows boxes.
 */
public final class SubstituteFonts implements FontMapper {

    private final FontMapper system;
    /** Of its own: a font that is being embedded must not be drawn from at the same time. */
    private final Typeface face = new Typeface("NotoSansSC_400Regular.ttf", "Haina Sans", 400);

    private SubstituteFonts(FontMapper system) {
        this.system = system;
    }

    /** For all drawing in this JVM from now on; a second call changes nothing. */
    public static synchronized void install() {
        FontMapper present = FontMappers.instance();
        if (!(present instanceof SubstituteFonts)) {
            FontMappers.set(new SubstituteFonts(present));
        }
    }

    @Override
    public @Nullable FontMapping<TrueTypeFont> getTrueTypeFont(String name, @Nullable PDFontDescriptor descriptor) {
        return system.getTrueTypeFont(name, descriptor);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, @Nullable PDFontDescriptor descriptor) {
        return system.getFontBoxFont(name, descriptor);
    }

    @Override
    public CIDFontMapping getCIDFont(
            String name, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo collection) {
        CIDFontMapping found = system.getCIDFont(name, descriptor, collection);
        return found.isFallback() ? new CIDFontMapping(null, face.font(), true) : found;
    }
}
