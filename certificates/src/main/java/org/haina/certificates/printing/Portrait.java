package org.haina.certificates.printing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/**
 * The holder's photo as certificates print it: 413 by 579 pixels, which is 35 by 49 mm at 300 dpi, JPEG in sRGB. What does not
 * have this shape is cut evenly at its longer sides.
 *
 * @param base64 the JPEG file, as {@code data-photo} takes it
 */
public record Portrait(String base64) {
    private static final int WIDTH = 413;
    private static final int HEIGHT = 579;

    /**
     * From a photo that was examined when it was uploaded.
     *
     * @param photo JPEG or PNG
     * @throws IllegalArgumentException when it is no picture
     */
    public static Portrait of(byte[] photo) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo));
            if (image == null) {
                throw new IllegalArgumentException("Not a picture");
            }
            return new Portrait(Base64.getEncoder().encodeToString(encoded(scaled(cut(image)))));
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a picture", e);
        }
    }

    private static BufferedImage cut(BufferedImage image) {
        int width = Math.min(image.getWidth(), Math.max(1, image.getHeight() * WIDTH / HEIGHT));
        int height = Math.min(image.getHeight(), Math.max(1, image.getWidth() * HEIGHT / WIDTH));
        return image.getSubimage((image.getWidth() - width) / 2, (image.getHeight() - height) / 2, width, height);
    }

    /** A transparent ground becomes white, as the photo's own must be. */
    private static BufferedImage scaled(BufferedImage image) {
        BufferedImage portrait = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = portrait.createGraphics();
        Image smooth = image.getScaledInstance(WIDTH, HEIGHT, Image.SCALE_SMOOTH);
        canvas.drawImage(smooth, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return portrait;
    }

    private static byte[] encoded(BufferedImage portrait) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(portrait, "jpeg", out);
        return out.toByteArray();
    }
}
