package org.haina.processes;

import java.util.List;
import java.util.Locale;

/** Writes SVG 1.1 elements; every text and attribute is escaped, nothing carries a style or a script. */
final class Svg {
    private static final double LINE_HEIGHT = 15;
    private static final double FONT = 12;

    private final StringBuilder out = new StringBuilder();
    private final String id;

    Svg(String id) {
        this.id = id;
    }

    void open(Diagram.Box extent, String title, String description) {
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"process-diagram\" role=\"img\" viewBox=\"%s %s %s %s\"")
                .with(extent.x(), extent.y(), extent.width(), extent.height());
        // In em: the page's font size for the drawing is the size of its words.
        add(" width=\"%sem\" height=\"%sem\"").with(extent.width() / FONT, extent.height() / FONT);
        out.append(" aria-labelledby=\"")
                .append(id)
                .append("-title ")
                .append(id)
                .append("-description\"");
        out.append(" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\">");
        element("title", id + "-title", title);
        element("desc", id + "-description", description);
        out.append("<defs><marker id=\"").append(id).append("-arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\"");
        out.append(" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path class=\"arrow\" d=\"M0 0L10 5L0 10z\"");
        out.append(" fill=\"currentColor\" stroke=\"none\"/></marker></defs>");
    }

    String close() {
        return out.append("</svg>").toString();
    }

    void openGroup(String element, String classes, String name) {
        out.append("<g class=\"")
                .append(classes)
                .append("\" data-element=\"")
                .append(escape(element))
                .append("\">");
        out.append("<title>").append(escape(name)).append("</title>");
    }

    void closeGroup() {
        out.append("</g>");
    }

    void rectangle(Diagram.Box box, double radius, String classes) {
        add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"")
                .with(box.x(), box.y(), box.width(), box.height(), radius);
        end(classes);
    }

    void circle(Diagram.Box box, double inset, String classes) {
        add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\"").with(box.centreX(), box.centreY(), box.width() / 2 - inset);
        end(classes);
    }

    void diamond(Diagram.Box box, String classes) {
        add("<polygon points=\"%s,%s %s,%s %s,%s %s,%s\"")
                .with(
                        box.centreX(),
                        box.y(),
                        box.x() + box.width(),
                        box.centreY(),
                        box.centreX(),
                        box.y() + box.height(),
                        box.x(),
                        box.centreY());
        end(classes);
    }

    void line(List<Diagram.Point> points, String classes) {
        out.append("<polyline points=\"");
        points.forEach(point -> add("%s,%s ").with(point.x(), point.y()));
        out.append("\" marker-end=\"url(#").append(id).append("-arrow)\"");
        end(classes);
    }

    /** Centred text, broken into lines of about the same length. */
    void text(String text, double x, double y, int lettersPerLine, String classes) {
        List<String> lines = Lines.of(text, lettersPerLine);
        double first = y - (lines.size() - 1) * LINE_HEIGHT / 2 + 4;
        add("<text font-size=\"%s\" class=\"").with(FONT);
        out.append(classes).append("\" text-anchor=\"middle\" fill=\"currentColor\" stroke=\"none\">");
        for (int i = 0; i < lines.size(); i++) {
            add("<tspan x=\"%s\" y=\"%s\">").with(x, first + i * LINE_HEIGHT);
            out.append(escape(lines.get(i))).append("</tspan>");
        }
        out.append("</text>");
    }

    private void element(String name, String elementId, String text) {
        out.append('<').append(name).append(" id=\"").append(elementId).append("\">");
        out.append(escape(text)).append("</").append(name).append('>');
    }

    private void end(String classes) {
        out.append(" class=\"").append(classes);
        out.append(classes.contains("thick") ? "\" stroke-width=\"3" : "");
        out.append(classes.startsWith("outline") && !classes.contains("dashed") ? "\" fill=\"Canvas" : "");
        out.append(classes.contains("dashed") ? "\" stroke-dasharray=\"3 3" : "");
        out.append("\"/>");
    }

    private Numbers add(String format) {
        return values -> {
            Object[] numbers = new Object[values.length];
            for (int i = 0; i < values.length; i++) {
                numbers[i] = number(values[i]);
            }
            out.append(String.format(Locale.ROOT, format, numbers));
        };
    }

    private interface Numbers {
        void with(double... values);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
