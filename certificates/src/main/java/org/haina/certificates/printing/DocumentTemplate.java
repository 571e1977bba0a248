package org.haina.certificates.printing;

import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A checked HTML template. What it may say:
 *
 * <ul>
 *   <li>{@code data-bind="path"}: the element's text becomes the value;
 *   <li>{@code data-if="path"}: the element stays only where the value is present, not blank and not false;
 *   <li>{@code data-each="path"}: the element is repeated for each list item, which inside is called {@code item};
 *   <li>{@code data-qr="path"}, {@code data-code128="path"}: the element becomes the code of the value;
 *   <li>{@code data-photo="path"}: the element becomes the photo, a JPEG file in Base64 as {@link Portrait} makes it;
 *   <li>{@code data-seal="text"}: the element becomes a round demonstration seal.
 * </ul>
 *
 * Nothing else is dynamic. Scripts, links, images, forms and style sheets from elsewhere are refused when parsed.
 */
public final class DocumentTemplate {
    private static final int LARGEST = 256 * 1024;

    private final Document html;
    private final Set<String> bindings;

    private DocumentTemplate(Document html) {
        this.html = html;
        this.bindings = TemplatePaths.of(html);
    }

    /**
     * Parses and checks a template of at most 256 KiB with a title and a language.
     *
     * @throws IllegalArgumentException naming what a template must not hold
     */
    public static DocumentTemplate parse(String source) {
        if (source.length() > LARGEST) {
            throw new IllegalArgumentException("Template larger than " + LARGEST + " characters");
        }
        Document html = Jsoup.parse(source);
        html.outputSettings().prettyPrint(false);
        TemplateRules.check(html);
        return new DocumentTemplate(html);
    }

    /** The document's title, as shown by readers. */
    public String title() {
        return html.title();
    }

    /** Language tag of the document, such as {@code zh-CN}. */
    public String language() {
        return root().attr("lang");
    }

    /** Every path the template reads, sorted; list items as {@code materials[].title}. */
    public Set<String> bindings() {
        return new TreeSet<>(bindings);
    }

    /** The paths that are read whatever the data: those of them not inside {@code data-if}. */
    public Set<String> always() {
        return TemplatePaths.unconditional(html);
    }

    Document copy() {
        return html.clone();
    }

    private Element root() {
        return html.getElementsByTag("html").get(0);
    }
}
