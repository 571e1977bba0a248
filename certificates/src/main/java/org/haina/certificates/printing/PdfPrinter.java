package org.haina.certificates.printing;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.OptionalInt;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;

/**
 * Prints templates as PDF/A-2b (ISO 19005-2) with embedded font subsets, tagged for screen readers. Thread-safe; create one and share it, because it
 * keeps the parsed fonts (about 30 MiB). The same template, data and time give the same bytes.
 */
public final class PdfPrinter {
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final Stationery stationery;
    private final Fonts fonts = new Fonts();
    private final FSObjectDrawerFactory drawings = Drawings.with(fonts);
    private final FSCacheEx<String, FSCacheValue> fontMetrics = new FSDefaultCacheStore();

    static {
        RendererLog.install();
    }

    private PdfPrinter(Stationery stationery) {
        this.stationery = stationery;
    }

    /** A printer whose every page says "演示数据 无效". */
    public static PdfPrinter forDemonstration() {
        return new PdfPrinter(Stationery.DEMONSTRATION);
    }

    /** A printer for real operation: no marks, and demonstration seals stay out. */
    public static PdfPrinter forProduction() {
        return new PdfPrinter(Stationery.PLAIN);
    }

    /**
     * Prints one document.
     *
     * @param printedAt the date in the file's metadata, to the second
     * @throws MissingBindingException when required data is absent or blank
     * @throws UnprintableTextException when a character cannot be shown
     * @throws IllegalArgumentException when a value is too long for the document or its code
     */
    public byte[] print(DocumentTemplate template, Bindings bindings, Instant printedAt) {
        Document html = TemplateFilling.fill(template, bindings, fonts);
        stationery.applyTo(html);
        fonts.requirePrintable(html.text(), "template");
        ArchiveMetadata metadata = new ArchiveMetadata(template.title(), template.language(), printedAt);
        try (PDDocument document = new PDDocument()) {
            withPlatformXml(() -> render(html, document));
            metadata.writeTo(document);
            document.setDocumentId(identity(html, printedAt));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            fonts.save(document, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot print " + template.title(), e);
        }
    }

    /** The first code point of a text that {@link #print} would refuse. */
    public OptionalInt unprintable(String text) {
        return fonts.unprintable(text);
    }

    /** The text with 〓, the printer's mark for a missing sort, in the place of each such character; line ends as {@code \n}, tabs as blanks. */
    public String legible(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\t', ' ')
                .codePoints()
                .map(codePoint -> fonts.isPrintable(codePoint) ? codePoint : '〓')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private interface Rendering {
        void run() throws IOException;
    }

    /** The renderer looks up XML factories for each document; in a large class path that takes half of its time. */
    private static void withPlatformXml(Rendering rendering) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            rendering.run();
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    private void render(Document html, PDDocument document) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePDDocument(document)
                .usePdfAConformance(PdfAConformance.PDFA_2_B)
                .usePdfUaAccessibility(true)
                .useColorProfile(SRGB)
                .useCacheStore(CacheStore.PDF_FONT_METRICS, fontMetrics);
        builder.useFastMode();
        builder.useObjectDrawerFactory(drawings);
        builder.useUriResolver((base, uri) -> isPhoto(uri) ? uri : null);
        builder.useExternalResourceAccessControl(
                (uri, type) -> isPhoto(uri), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withW3cDocument(new W3CDom().fromJsoup(html), null);
        fonts.offerTo(builder, document);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
    }

    /** Nothing is loaded from anywhere; a photo comes within the document. */
    private static boolean isPhoto(String uri) {
        return uri.startsWith(TemplateFilling.PHOTO);
    }

    /** Seed of the file identifier that PDF requires; equal input gives an equal one. */
    private static long identity(Document html, Instant printedAt) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((printedAt + html.outerHtml()).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
