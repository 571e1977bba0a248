package org.haina.service.uploads;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** An image decoded and encoded anew: what is hidden behind or beside the picture, place and device included, is gone. */
final class ImageStructure implements Structure {

    private static final long MOST_PIXELS = 40_000_000;
    private static final float QUALITY = 0.92f;

    private final FileType type;
    private final FileRules rules;

    ImageStructure(FileType type, FileRules rules) {
        this.type = type;
        this.rules = rules;
    }

    @Override
    public byte[] opened(byte[] content) {
        try {
            BufferedImage image = upright(decoded(content), content);
            if (image.getWidth() < rules.minWidth() || image.getHeight() < rules.minHeight()) {
                throw new RefusedUpload(
                        Inspection.Reason.IMAGE_TOO_SMALL,
                        image.getWidth(),
                        image.getHeight(),
                        rules.minWidth(),
                        rules.minHeight());
            }
            return encoded(image);
        } catch (RefusedUpload e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new RefusedUpload(Inspection.Reason.IMAGE_UNREADABLE);
        }
    }

    private BufferedImage decoded(byte[] content) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format()).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw new RefusedUpload(Inspection.Reason.IMAGE_TOO_LARGE);
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /** The orientation goes with the metadata, so it is put into the picture. */
    private BufferedImage upright(BufferedImage image, byte[] content) {
        Orientation orientation = type == FileType.JPEG ? Orientation.of(content) : Orientation.UPRIGHT;
        if (orientation == Orientation.UPRIGHT) {
            return image;
        }
        BufferedImage turned =
                new BufferedImage(orientation.width(image), orientation.height(image), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = turned.createGraphics();
        canvas.drawImage(image, orientation.transform(image), null);
        canvas.dispose();
        return turned;
    }

    private byte[] encoded(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format()).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters(writer));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private ImageWriteParam parameters(ImageWriter writer) {
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        if (type == FileType.JPEG) {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
        }
        return parameters;
    }

    private String format() {
        return type == FileType.JPEG ? "jpeg" : "png";
    }
}
