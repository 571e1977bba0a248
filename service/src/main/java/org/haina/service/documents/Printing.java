package org.haina.service.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
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

    /**
     * What stands against printing a text that somebody has typed, in Chinese; asked before it is kept, because a letter
     * must never fail for a character.
     *
     * @param label what the text is called on its page
     */
    public Optional<String> complaint(String label, String text) {
        String plain = text.replaceAll("[\\r\\t]", " ");
        OptionalInt hidden = plain.codePoints().filter(Printing::isHidden).findFirst();
        OptionalInt found = hidden.isPresent() ? hidden : printer().unprintable(plain);
        return found.isEmpty() ? Optional.empty() : Optional.of(complaint(label, found.getAsInt()));
    }

    /** Turns the direction of writing or shows nothing: a reader would be deceived, whatever the font makes of it. */
    private static boolean isHidden(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                || Character.getType(codePoint) == Character.CONTROL && codePoint != '\n';
    }

    private static String complaint(String label, int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT -> "“" + label + "”含有看不见的控制字符，不能印在文书上，请删除后重新填写";
            default -> "“" + label + "”里的“" + Character.toString(codePoint) + "”不能印在文书上，请删除或者改用文字";
        };
    }

    /** Texts kept before they were looked at: what cannot be printed becomes 〓. */
    JsonNode legible(JsonNode content) {
        if (content.isTextual()) {
            return TextNode.valueOf(printer().legible(content.asText()));
        }
        if (content instanceof ObjectNode object) {
            object.properties().forEach(entry -> entry.setValue(legible(entry.getValue())));
        }
        if (content instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, legible(list.get(i)));
            }
        }
        return content;
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
