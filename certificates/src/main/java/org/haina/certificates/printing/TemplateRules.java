package org.haina.certificates.printing;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The allow-list of what a template may hold, so that no template can run, load or link anything. */
final class TemplateRules {
    private static final Set<String> ELEMENTS = Set.of(
            "html",
            "head",
            "title",
            "meta",
            "style",
            "body",
            "header",
            "footer",
            "main",
            "section",
            "div",
            "p",
            "span",
            "h1",
            "h2",
            "h3",
            "h4",
            "table",
            "caption",
            "colgroup",
            "col",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "strong",
            "em",
            "small",
            "sup",
            "sub",
            "br",
            "hr");
    private static final Set<String> ATTRIBUTES = Set.of(
            "class", "id", "style", "lang", "charset", "name", "content", "colspan", "rowspan", "data-seal", "scope");
    private static final Pattern CSS_REACHING_OUT =
            Pattern.compile("url\\s*\\(|@import|@font-face|expression\\s*\\(|\\\\", Pattern.CASE_INSENSITIVE);
    private static final Pattern PATH = Pattern.compile("[A-Za-z][A-Za-z0-9]*(\\.[A-Za-z][A-Za-z0-9]*)*");

    private TemplateRules() {}

    static void check(Document html) {
        html.getAllElements().stream().filter(e -> !e.equals(html)).forEach(TemplateRules::check);
        if (html.title().isBlank()) {
            throw new IllegalArgumentException("A template needs a title");
        }
        if (html.getElementsByTag("html").get(0).attr("lang").isBlank()) {
            throw new IllegalArgumentException("A template needs a language: <html lang=\"zh-CN\">");
        }
    }

    private static void check(Element element) {
        if (!ELEMENTS.contains(element.normalName())) {
            throw new IllegalArgumentException("A template must not hold <" + element.normalName() + ">");
        }
        element.attributes().forEach(attribute -> check(element, attribute));
        element.childNodes().stream()
                .filter(DataNode.class::isInstance)
                .forEach(node -> checkCss(((DataNode) node).getWholeData()));
    }

    private static void check(Element element, Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        if (TemplatePaths.READING.contains(name)) {
            checkPath(attribute.getValue());
        } else if (!ATTRIBUTES.contains(name)) {
            throw new IllegalArgumentException(
                    "A template must not hold the attribute " + name + " on <" + element.normalName() + ">");
        } else if (name.equals("style")) {
            checkCss(attribute.getValue());
        }
    }

    private static void checkPath(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("Not a binding path: '" + path + "'");
        }
    }

    private static void checkCss(String css) {
        if (CSS_REACHING_OUT.matcher(css).find()) {
            throw new IllegalArgumentException("A template's styles must not refer to anything outside the template");
        }
    }
}
