package org.haina.certificates.printing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One filling of a template's copy. Collects every missing value before it refuses. */
final class TemplateFilling {
    private static final int MOST_ITEMS = 1_000;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_DOCUMENT = 400_000;
    private static final int LARGEST_PHOTO = 400_000;
    /** How every JPEG file begins, in Base64. */
    private static final String JPEG = "/9j/";

    static final String PHOTO = "data:image/jpeg;base64,";

    private final Bindings bindings;
    private final Fonts fonts;
    private final Set<String> missing = new LinkedHashSet<>();
    private int printed;

    /** Where {@code item} points inside a list; outside, {@code item} is null. */
    private record Scope(@Nullable JsonNode item, String label) {}

    private TemplateFilling(Bindings bindings, Fonts fonts) {
        this.bindings = bindings;
        this.fonts = fonts;
    }

    static Document fill(DocumentTemplate template, Bindings bindings, Fonts fonts) {
        Document html = template.copy();
        TemplateFilling filling = new TemplateFilling(bindings, fonts);
        filling.fill(html.body(), new Scope(null, ""));
        if (!filling.missing.isEmpty()) {
            throw new MissingBindingException(template.title(), List.copyOf(filling.missing));
        }
        html.select("span").forEach(TemplateFilling::unwrapPlain);
        return html;
    }

    /** The renderer writes the text of an inline element after its whole line, so a reader would copy it out of order. */
    private static void unwrapPlain(Element span) {
        TemplatePaths.READING.forEach(span::removeAttr);
        if (span.attributes().isEmpty()) {
            span.unwrap();
        }
    }

    private void fill(Element element, Scope scope) {
        if (element.hasAttr("data-if") && !isPresent(value(element.attr("data-if"), scope))) {
            element.remove();
        } else if (element.hasAttr("data-each")) {
            repeat(element, scope);
        } else if (element.hasAttr("data-bind")) {
            element.text(text(element.attr("data-bind"), scope));
        } else if (element.hasAttr("data-qr")) {
            encode(element, Drawings.QR, text(element.attr("data-qr"), scope));
        } else if (element.hasAttr("data-code128")) {
            encode(element, Drawings.CODE128, text(element.attr("data-code128"), scope));
        } else if (element.hasAttr("data-photo")) {
            show(element, value(element.attr("data-photo"), scope).asText(), element.attr("data-photo"));
        } else if (element.hasAttr("data-seal")) {
            draw(element, Drawings.SEAL, element.attr("data-seal"));
        } else {
            List.copyOf(element.children()).forEach(child -> fill(child, scope));
        }
    }

    private void repeat(Element pattern, Scope scope) {
        String path = pattern.attr("data-each");
        JsonNode items = value(path, scope);
        if (!items.isArray()) {
            missing.add(label(path, scope));
        }
        if (items.size() > MOST_ITEMS) {
            throw new IllegalArgumentException("More than " + MOST_ITEMS + " items in " + label(path, scope));
        }
        for (int i = 0; i < items.size(); i++) {
            Element copy = pattern.clone();
            copy.removeAttr("data-each");
            pattern.before(copy);
            fill(copy, new Scope(items.get(i), label(path, scope) + "[" + i + "]"));
        }
        pattern.remove();
    }

    private String text(String path, Scope scope) {
        JsonNode value = value(path, scope);
        if (!value.isValueNode() || value.asText().isBlank() || value.isNull()) {
            missing.add(label(path, scope));
            return "";
        }
        String text = value.asText().replace("\r\n", "\n");
        printed += text.length();
        if (text.length() > LONGEST_TEXT || printed > LONGEST_DOCUMENT) {
            throw new IllegalArgumentException("Too much text to print in " + label(path, scope));
        }
        fonts.requirePrintable(text, label(path, scope));
        return text;
    }

    private JsonNode value(String path, Scope scope) {
        if (scope.item() == null) {
            return bindings.at(path);
        }
        if (path.equals("item")) {
            return scope.item();
        }
        return path.startsWith("item.")
                ? Bindings.at(scope.item(), path.substring("item.".length()))
                : bindings.at(path);
    }

    private static String label(String path, Scope scope) {
        boolean inItem = path.equals("item") || path.startsWith("item.");
        return inItem ? scope.label() + path.substring("item".length()) : path;
    }

    private static boolean isPresent(JsonNode value) {
        if (value.isContainerNode()) {
            return !value.isEmpty();
        }
        return value.isBoolean()
                ? value.booleanValue()
                : !value.isNull() && !value.asText().isBlank();
    }

    private static void encode(Element place, String type, String content) {
        if (!content.isEmpty()) {
            Drawings.requireEncodable(type, content);
        }
        draw(place, type, content);
    }

    /** A template cannot hold a picture of its own: the only ones are those put here. */
    private void show(Element place, String photo, String path) {
        if (!photo.startsWith(JPEG) || photo.length() > LARGEST_PHOTO) {
            missing.add(path);
        }
        Element picture =
                new Element("img").attr("src", PHOTO + photo).attr("alt", "照片").addClass(place.className());
        place.replaceWith(picture);
    }

    private static void draw(Element place, String type, String content) {
        Element object = new Element("object")
                .attr("type", type)
                .attr("data-content", content)
                .attr("alt", content)
                .addClass(place.className());
        object.attr("style", place.attr("style"));
        place.replaceWith(object);
    }
}
