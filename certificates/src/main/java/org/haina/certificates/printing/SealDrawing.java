package org.haina.certificates.printing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The marks of a demonstration: a round seal with its text on the arc and "演示数据 无效" below, and the pale words behind a
 * page. No state emblem and no star, so that the seal can never be taken for an organ's.
 */
final class SealDrawing {
    private static final Color VERMILION = new Color(0xC8, 0x10, 0x2E);
    private static final Color PALE = new Color(0xF5, 0xE9, 0xEA);
    private static final double MARK_ANGLE = Math.toRadians(-32);

    private final Lettering lettering;
    private final Map<String, Shape> seals = new ConcurrentHashMap<>();
    private final Map<String, Shape> marks = new ConcurrentHashMap<>();

    SealDrawing(Lettering lettering) {
        this.lettering = lettering;
    }

    void drawSeal(Graphics2D graphics, String text, double width, double height) {
        double radius = Math.min(width, height) / 2;
        AffineTransform toPage = new AffineTransform(radius, 0, 0, radius, width / 2, height / 2);
        graphics.setColor(VERMILION);
        graphics.fill(toPage.createTransformedShape(seals.computeIfAbsent(text, this::unitSeal)));
    }

    void drawMark(Graphics2D graphics, String text, double width, double height) {
        AffineTransform toPage = new AffineTransform(width, 0, 0, width, width / 2, height / 2);
        toPage.rotate(MARK_ANGLE);
        graphics.setColor(PALE);
        graphics.fill(
                toPage.createTransformedShape(marks.computeIfAbsent(text, words -> lettering.line(words, 0.12, 1.15))));
    }

    /** The seal with radius 1 around the origin, y downwards. Its middle stays free for the date it covers. */
    private Shape unitSeal(String text) {
        Path2D seal = new Path2D.Double();
        seal.append(ring(0.96, 0.05), false);
        seal.append(ring(0.895, 0.012), false);
        seal.append(lettering.arc(text, 0.27, 0.68, 225), false);
        Shape below = lettering.line("演示数据", 0.17, 1.1);
        seal.append(AffineTransform.getTranslateInstance(0, 0.42).createTransformedShape(below), false);
        Shape invalid = lettering.line("无效", 0.17, 1.3);
        seal.append(AffineTransform.getTranslateInstance(0, 0.65).createTransformedShape(invalid), false);
        return seal;
    }

    private static Shape ring(double radius, double thickness) {
        return new BasicStroke((float) thickness)
                .createStrokedShape(new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
    }
}
