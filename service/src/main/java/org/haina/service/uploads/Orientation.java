package org.haina.service.uploads;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held (Exif 2.32, tag 0x0112); the constants are in the order of its values 1 to 8. */
enum Orientation {
    UPRIGHT(false, 1, 1),
    MIRRORED(false, -1, 1),
    UPSIDE_DOWN(false, -1, -1),
    FLIPPED(false, 1, -1),
    TRANSPOSED(true, 1, 1),
    TURNED_RIGHT(true, -1, 1),
    TRANSVERSED(true, -1, -1),
    TURNED_LEFT(true, 1, -1);

    private static final int APP1 = 0xffe1;
    private static final int START_OF_SCAN = 0xffda;
    private static final int EXIF = 0x45786966;
    private static final int TAG = 0x0112;

    private final boolean swapped;
    private final int horizontal;
    private final int vertical;

    Orientation(boolean swapped, int horizontal, int vertical) {
        this.swapped = swapped;
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    int width(BufferedImage image) {
        return swapped ? image.getHeight() : image.getWidth();
    }

    int height(BufferedImage image) {
        return swapped ? image.getWidth() : image.getHeight();
    }

    /** From the stored picture to the upright one: swap the axes first, then mirror. */
    AffineTransform transform(BufferedImage image) {
        AffineTransform mirror = new AffineTransform(
                horizontal, 0, 0, vertical, horizontal < 0 ? width(image) : 0, vertical < 0 ? height(image) : 0);
        if (swapped) {
            mirror.concatenate(new AffineTransform(0, 1, 1, 0, 0, 0));
        }
        return mirror;
    }

    /** Upright where the file does not say or says nonsense. */
    static Orientation of(byte[] jpeg) {
        try {
            return read(ByteBuffer.wrap(jpeg));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    private static Orientation read(ByteBuffer jpeg) {
        jpeg.position(2);
        while (true) {
            int marker = jpeg.getShort() & 0xffff;
            if (marker < 0xff00 || marker == START_OF_SCAN) {
                return UPRIGHT;
            }
            int length = (jpeg.getShort() & 0xffff) - 2;
            if (marker == APP1 && jpeg.getInt(jpeg.position()) == EXIF) {
                return inExif(jpeg.slice(jpeg.position() + 6, length - 6));
            }
            jpeg.position(jpeg.position() + length);
        }
    }

    private static Orientation inExif(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                int value = tiff.getShort(entry + 8);
                return value < 1 || value > values().length ? UPRIGHT : values()[value - 1];
            }
        }
        return UPRIGHT;
    }
}
