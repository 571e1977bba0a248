package org.haina.certificates.printing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What every document shares, whatever its template says: base styles, and the marks of a demonstration. */
enum Stationery {
    PLAIN,
    DEMONSTRATION;

    private static final String STYLES = read("official.css");
    private static final String DEMONSTRATION_STYLES = read("demonstration.css");

    void applyTo(Document html) {
        if (this == DEMONSTRATION) {
            html.body()
                    .prependElement("object")
                    .attr("type", Drawings.MARK)
                    .attr("data-content", "演示数据 无效")
                    .addClass("demonstration-mark");
            prependStyle(html, DEMONSTRATION_STYLES);
        } else {
            html.select("object[type=" + Drawings.SEAL + "]").remove();
        }
        prependStyle(html, STYLES);
        html.head().appendElement("meta").attr("name", "subject").attr("content", html.title());
    }

    private static void prependStyle(Document html, String css) {
        html.head().prependChild(new Element("style").appendChild(new DataNode(css)));
    }

    private static String read(String name) {
        try (InputStream in = Stationery.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("FAMILIES", Fonts.FAMILIES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
