package org.haina.service.uploads;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.haina.certificates.printing.SubstituteFonts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Pages of an accepted PDF as pictures, so that a page of ours can show it without a viewer in the browser: browsers
 * open no PDF in a sandbox. Drawn by the workers that inspect uploads, under their time limit.
 */
@Component
public class PdfPages {

    private static final Logger LOG = LoggerFactory.getLogger(PdfPages.class);
    private static final float LONGEST_SIDE = 1600;
    private static final long MOST_MEMORY = 128L << 20;

    private final Workers workers;

    PdfPages(Workers workers) {
        this.workers = workers;
        SubstituteFonts.install();
    }

    /** Number of pages; empty if the file cannot be read in time. */
    public Optional<Integer> count(byte[] pdf) {
        return attempt(() -> {
            try (PDDocument document = opened(pdf)) {
                return document.getNumberOfPages();
            }
        });
    }

    /**
     * One page as PNG, its longer side at most 1,600 pixels.
     *
     * @param page from 1
     * @return empty if there is no such page or it cannot be drawn in time
     */
    public Optional<byte[]> png(byte[] pdf, int page) {
        return attempt(() -> {
                    try (PDDocument document = opened(pdf)) {
                        return page < 1 || page > document.getNumberOfPages() ? new byte[0] : drawn(document, page - 1);
                    }
                })
                .filter(png -> png.length > 0);
    }

    private static byte[] drawn(PDDocument document, int index) throws IOException {
        PDRectangle box = document.getPage(index).getCropBox();
        float scale = Math.min(2, LONGEST_SIDE / Math.max(1, Math.max(box.getWidth(), box.getHeight())));
        BufferedImage image = new PDFRenderer(document).renderImage(index, scale);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static PDDocument opened(byte[] pdf) throws IOException {
        return Loader.loadPDF(
                new RandomAccessReadBuffer(pdf), MemoryUsageSetting.setupMainMemoryOnly(MOST_MEMORY).streamCache);
    }

    private <T> Optional<T> attempt(Callable<T> work) {
        try {
            return Optional.of(workers.call(work));
        } catch (RuntimeException e) {
            LOG.warn("A page could not be drawn: {}", e.getClass());
            return Optional.empty();
        }
    }
}
