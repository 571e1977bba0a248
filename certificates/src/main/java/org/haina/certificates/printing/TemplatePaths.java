package org.haina.certificates.printing;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The paths a template reads, with {@code item} replaced by the list it stands for. */
final class TemplatePaths {
    static final List<String> READING =
            List.of("data-bind", "data-qr", "data-code128", "data-photo", "data-if", "data-each");

    private TemplatePaths() {}

    static Set<String> of(Document html) {
        return of(html, element -> true);
    }

    /** As {@link #of(Document)}, without what stands only where some value is present. */
    static Set<String> unconditional(Document html) {
        return of(html, element -> element.closest("[data-if]") == null);
    }

    private static Set<String> of(Document html, Predicate<Element> wanted) {
        Set<String> paths = new TreeSet<>();
        for (String attribute : READING) {
            html.getElementsByAttribute(attribute).stream()
                    .filter(wanted)
                    .forEach(element -> paths.add(absolute(element, attribute)));
        }
        return paths;
    }

    private static String absolute(Element element, String attribute) {
        String path = element.attr(attribute);
        if (!path.equals("item") && !path.startsWith("item.")) {
            return path;
        }
        Element list = attribute.equals("data-each") ? element.parent() : element;
        Element owner = list == null ? null : list.closest("[data-each]");
        if (owner == null) {
            throw new IllegalArgumentException("'" + path + "' stands outside data-each");
        }
        return absolute(owner, "data-each") + "[]" + path.substring("item".length());
    }
}
