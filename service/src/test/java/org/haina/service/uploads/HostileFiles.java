package org.haina.service.uploads;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDPageAdditionalActions;

/** Files as senders with and without bad intent make them. */
public final class HostileFiles {

    private HostileFiles() {}

    public static byte[] pdf() {
        return pdf(document -> {});
    }

    public static byte[] pdfWithScript() {
        return pdf(document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
    }

    /** The script hangs on a page, not on the opening of the document. */
    static byte[] pdfWithScriptOnPage() {
        return pdf(document -> {
            PDPageAdditionalActions actions = new PDPageAdditionalActions();
            actions.setO(new PDActionJavaScript("app.alert(1)"));
            document.getPage(0).setActions(actions);
        });
    }

    static byte[] pdfWithLaunch() {
        return pdf(document -> {
            PDActionLaunch launch = new PDActionLaunch();
            launch.setF("cmd.exe");
            document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, launch.getCOSObject());
        });
    }

    static byte[] pdfWithAttachment() {
        return pdf(document -> {
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile("payload.bin");
            specification.setEmbeddedFile(embedded(document));
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("payload.bin", specification));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        });
    }

    static byte[] pdfWithPassword(String userPassword) {
        return pdf(document -> {
            try {
                document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A small file whose one stream unfolds into far more than any page needs. */
    static byte[] pdfBomb() {
        byte[] packed = deflated(new byte[200 << 20]);
        String head = "%PDF-1.5\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length " + packed.length
                + ">>\nstream\n";
        return joined(ascii(head), packed, ascii("\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"));
    }

    /** Packed twice, so that the outer layer looks modest; the filter's name is spelled with an escape. */
    static byte[] pdfBombInTwoLayers() {
        byte[] packed = deflated(deflated(new byte[64 << 20]));
        String head =
                "%PDF-1.5\n1 0 obj\n<</Filter[/Flat#65Decode /FlateDecode]/Length " + packed.length + ">>\nstream\n";
        return joined(ascii(head), packed, ascii("\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"));
    }

    public static byte[] jpeg() {
        return image("jpeg", 320, 440);
    }

    public static byte[] png() {
        return image("png", 60, 40);
    }

    /** A picture with a red left edge, in landscape, and an orientation as a camera writes it. */
    static byte[] jpegHeld(int orientation) {
        byte[] jpeg = image("jpeg", 60, 40);
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xffe1).putShort((short) 34);
        exif.put(ascii("Exif\0\0MM")).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        return joined(List.of(slice(jpeg, 0, 2), exif.array(), slice(jpeg, 2, jpeg.length)));
    }

    /** Says 50 million pixels in its head; the data is never reached. */
    static byte[] pngOf(int width, int height) {
        ByteBuffer head = ByteBuffer.allocate(13);
        head.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        return joined(
                slice(png(), 0, 8),
                chunk("IHDR", head.array()),
                chunk("IDAT", deflated(new byte[1000])),
                chunk("IEND", new byte[0]));
    }

    static byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("payload.js"));
            zip.write(ascii("alert(1)"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] exe() {
        return joined(ascii("MZ"), new byte[510]);
    }

    static byte[] heic() {
        return joined(new byte[] {0, 0, 0, 24}, ascii("ftypheic"), new byte[100]);
    }

    static byte[] joined(byte[]... parts) {
        return joined(List.of(parts));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] slice(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] pdf(Consumer<PDDocument> change) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            change.accept(document);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDEmbeddedFile embedded(PDDocument document) {
        try {
            return new PDEmbeddedFile(document, new java.io.ByteArrayInputStream(exe()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] image(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, 10, height);
        canvas.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(ascii(type));
        crc.update(data);
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
        chunk.putInt(data.length).put(ascii(type)).put(data).putInt((int) crc.getValue());
        return chunk.array();
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return packed.toByteArray();
    }
}
