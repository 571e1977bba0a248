package org.haina.certificates.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortraitTests {

    @ParameterizedTest
    @CsvSource({"413, 579", "3000, 2000", "600, 4000", "120, 160", "1, 1"})
    void every_photo_becomes_a_portrait_of_one_size_with_its_middle_in_the_middle(int width, int height)
            throws IOException {
        BufferedImage portrait = decoded(Portrait.of(photo(width, height, "jpeg")));

        assertThat(portrait.getWidth()).isEqualTo(413);
        assertThat(portrait.getHeight()).isEqualTo(579);
        assertThat(new Color(portrait.getRGB(206, 289)).getRed()).isGreaterThan(200);
    }

    @Test
    void a_transparent_ground_becomes_white() throws IOException {
        BufferedImage clear = new BufferedImage(50, 70, BufferedImage.TYPE_INT_ARGB);

        BufferedImage portrait = decoded(Portrait.of(encoded(clear, "png")));

        assertThat(new Color(portrait.getRGB(10, 10))).isEqualTo(Color.WHITE);
    }

    @Test
    void what_is_no_picture_is_refused() {
        assertThatThrownBy(() -> Portrait.of(new byte[] {1, 2, 3})).isInstanceOf(IllegalArgumentException.class);
    }

    /** Blue with a red middle of half its size. */
    private static byte[] photo(int width, int height, String format) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.BLUE);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.RED);
        canvas.fillRect(width / 4, height / 4, Math.max(1, width / 2), Math.max(1, height / 2));
        canvas.dispose();
        return encoded(image, format);
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static BufferedImage decoded(Portrait portrait) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(portrait.base64())));
    }
}
