package org.haina.service.journey;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A person with an account at the login server, and the telephone in that person's hand.
 *
 * @param scripts the telephone runs scripts
 * @param photoWidth width of the pictures the telephone takes, in pixels
 */
record DemoCitizen(
        String account,
        String name,
        String ending,
        String sex,
        String born,
        String schoolLevel,
        String subject,
        String route,
        String certificateNumber,
        String certificateDate,
        String major,
        String diplomaNumber,
        String graduationDate,
        String district,
        String office,
        boolean scripts,
        int photoWidth) {

    /** Passed the examination; a telephone whose pictures are larger than the office takes. */
    static final DemoCitizen ONE = new DemoCitizen(
            "citizen.one",
            "张示例",
            "102X",
            "2",
            "1999-05-12",
            "primary",
            "语文",
            "exam",
            "202531231990001",
            "2025-12-15",
            "汉语言文学",
            "999901202105000001",
            "2021-06-30",
            "310101",
            "huangpu",
            true,
            2400);

    /** A graduate of teacher education with an old telephone. */
    static final DemoCitizen TWO = new DemoCitizen(
            "citizen.two",
            "李样本",
            "1058",
            "1",
            "2003-09-03",
            "junior-secondary",
            "数学",
            "normal-student",
            "2026999903000002",
            "2026-06-15",
            "数学与应用数学",
            "999901202605000002",
            "2026-06-30",
            "310104",
            "xuhui",
            false,
            480);

    String numberField() {
        return route.equals("exam") ? "examCertificateNumber" : "abilityCertificateNumber";
    }

    String dateField() {
        return route.equals("exam") ? "examCertificateDate" : "abilityCertificateDate";
    }

    /** A picture of nothing but noise, which no compression makes small. */
    FilePayload photo() {
        int height = photoWidth * 4 / 3;
        var picture = new BufferedImage(photoWidth, height, BufferedImage.TYPE_INT_RGB);
        int[] points = new Random(photoWidth).ints((long) photoWidth * height).toArray();
        picture.setRGB(0, 0, photoWidth, height, points, 0, photoWidth);
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "jpg", out);
            return new FilePayload("照片.jpg", "image/jpeg", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name + (scripts ? ", with scripts" : ", without scripts");
    }
}
