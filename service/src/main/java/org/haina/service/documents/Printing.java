package org.haina.service.documents;

import java.time.Instant;
import org.haina.certificates.printing.Bindings;
import org.haina.certificates.printing.DocumentTemplate;
import org.haina.certificates.printing.PdfPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The one printer: fonts are parsed when the first page is printed, and kept. A demo's pages all say they are void. */
@Component
public class Printing {

    private final boolean demo;
    private volatile @Nullable PdfPrinter printer;

    Printing(Environment environment) {
        this.demo = environment.getProperty("haina.demo", Boolean.class, false);
    }

    /**
     * As {@link PdfPrinter#print}.
     *
     * @return PDF/A-2b
     */
    public byte[] print(DocumentTemplate template, Bindings bindings, Instant printedAt) {
        return printer().print(template, bindings, printedAt);
    }

    private PdfPrinter printer() {
        PdfPrinter ready = printer;
        return ready != null ? ready : warmUp();
    }

    private synchronized PdfPrinter warmUp() {
        PdfPrinter ready = printer;
        if (ready == null) {
            ready = demo ? PdfPrinter.forDemonstration() : PdfPrinter.forProduction();
            printer = ready;
        }
        return ready;
    }
}
