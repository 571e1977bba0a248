package org.haina.certificates.printing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;

/** Codes and seals, drawn as vectors straight into the page: no image, no font, nothing to load. */
final class Drawings {
    static final String QR = "haina/qr";
    static final String CODE128 = "haina/code128";
    static final String SEAL = "haina/seal";
    static final String MARK = "haina/mark";
    private static final int LONGEST_QR = 1_000;
    private static final int LONGEST_CODE128 = 48;

    private interface Drawing {
        void draw(Graphics2D graphics, String content, double width, double height);
    }

    private Drawings() {}

    static FSObjectDrawerFactory with(Fonts fonts) {
        SealDrawing seal = new SealDrawing(new Lettering(fonts));
        DefaultObjectDrawerFactory factory = new DefaultObjectDrawerFactory();
        factory.registerDrawer(QR, drawer((g, content, w, h) -> fill(g, qr(content), w, h)));
        factory.registerDrawer(CODE128, drawer((g, content, w, h) -> fill(g, code128(content), w, h)));
        factory.registerDrawer(SEAL, drawer(seal::drawSeal));
        factory.registerDrawer(MARK, drawer(seal::drawMark));
        return factory;
    }

    /** Refuses what does not fit the code, before anything is drawn. */
    static void requireEncodable(String type, String content) {
        if (type.equals(QR)) {
            qr(content);
        } else if (type.equals(CODE128)) {
            code128(content);
        }
    }

    private static FSObjectDrawer drawer(Drawing drawing) {
        return (element, x, y, width, height, device, context, dotsPerPixel) -> {
            float w = (float) width / dotsPerPixel;
            float h = (float) height / dotsPerPixel;
            String content = element.getAttribute("data-content");
            device.drawWithGraphics((float) x, (float) y, w, h, graphics -> drawing.draw(graphics, content, w, h));
            return Map.of();
        };
    }

    private static BitMatrix qr(String content) {
        if (content.length() > LONGEST_QR) {
            throw new IllegalArgumentException("Too long for a QR code: " + content.length() + " characters");
        }
        try {
            return new QRCodeWriter()
                    .encode(
                            content,
                            BarcodeFormat.QR_CODE,
                            1,
                            1,
                            Map.of(
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    0));
        } catch (WriterException e) {
            throw new IllegalArgumentException("Cannot encode as QR code", e);
        }
    }

    private static BitMatrix code128(String content) {
        if (content.length() > LONGEST_CODE128) {
            throw new IllegalArgumentException("Too long for Code 128: " + content.length() + " characters");
        }
        return new Code128Writer().encode(content, BarcodeFormat.CODE_128, 1, 1, Map.of(EncodeHintType.MARGIN, 0));
    }

    private static void fill(Graphics2D graphics, BitMatrix code, double width, double height) {
        double w = width / code.getWidth();
        double h = height / code.getHeight();
        Path2D dark = new Path2D.Double();
        for (int row = 0; row < code.getHeight(); row++) {
            int end;
            for (int start = 0; start < code.getWidth(); start = end) {
                end = runEnd(code, row, start);
                if (code.get(start, row)) {
                    dark.append(new Rectangle2D.Double(start * w, row * h, (end - start) * w, h), false);
                }
            }
        }
        graphics.setColor(Color.BLACK);
        graphics.fill(dark);
    }

    private static int runEnd(BitMatrix code, int row, int start) {
        int end = start;
        while (end < code.getWidth() && code.get(end, row) == code.get(start, row)) {
            end++;
        }
        return end;
    }
}
