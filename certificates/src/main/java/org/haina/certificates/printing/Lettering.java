package org.haina.certificates.printing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Characters as outlines, for what shall be seen but neither copied nor read aloud: seals and background marks. */
final class Lettering {
    private final Fonts fonts;

    Lettering(Fonts fonts) {
        this.fonts = fonts;
    }

    /** Text on a straight line around the origin, y downwards; letters stand {@code pitch} em squares apart. */
    Shape line(String text, double size, double pitch) {
        Path2D line = new Path2D.Double();
        int[] letters = text.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            double x = (i - (letters.length - 1) / 2.0) * size * pitch;
            line.append(
                    AffineTransform.getTranslateInstance(x, 0).createTransformedShape(letter(letters[i], size)), false);
        }
        return line;
    }

    /** Text on an arc around the origin, upright at the top. */
    Shape arc(String text, double size, double radius, double degrees) {
        Path2D arc = new Path2D.Double();
        int[] letters = text.codePoints().toArray();
        double step = Math.toRadians(degrees) / Math.max(letters.length - 1, 1);
        for (int i = 0; i < letters.length; i++) {
            AffineTransform place = AffineTransform.getRotateInstance((i - (letters.length - 1) / 2.0) * step);
            place.translate(0, -radius);
            arc.append(place.createTransformedShape(letter(letters[i], size)), false);
        }
        return arc;
    }

    /** A character centred on the origin. */
    private Shape letter(int codePoint, double size) {
        fonts.requirePrintable(Character.toString(codePoint), "template");
        try {
            // One lock with embedding: both seek in the font's data.
            synchronized (fonts) {
                double scale = size / fonts.bold().unitsPerEm();
                Shape shape = AffineTransform.getScaleInstance(scale, -scale)
                        .createTransformedShape(fonts.bold().outline(codePoint));
                Rectangle2D box = shape.getBounds2D();
                return AffineTransform.getTranslateInstance(-box.getCenterX(), -box.getCenterY())
                        .createTransformedShape(shape);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot draw letters", e);
        }
    }
}
