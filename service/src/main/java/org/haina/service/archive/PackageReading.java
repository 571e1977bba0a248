package org.haina.service.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.haina.service.audit.AuditExcerpts.Link;

/** A package as somebody hands it in: nothing in it is believed. */
record PackageReading(Map<String, byte[]> entries, JsonNode index, List<Link> log) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IOException if it is no package, or has no index or no excerpt of the log that can be read */
    static PackageReading of(byte[] zip) throws IOException {
        Map<String, byte[]> entries = ZipPackage.read(zip);
        JsonNode index = tree(entries, PackageIndex.PATH);
        if (!index.path("format").asText().equals(PackageIndex.FORMAT)
                || index.path("version").asInt() != PackageIndex.VERSION) {
            throw new IOException("The index is of another format");
        }
        return new PackageReading(entries, index, links(tree(entries, "audit.json")));
    }

    byte[] rawIndex() {
        return entries.getOrDefault(PackageIndex.PATH, new byte[0]);
    }

    private static JsonNode tree(Map<String, byte[]> entries, String path) throws IOException {
        byte[] content = entries.get(path);
        return content == null ? MissingNode.getInstance() : JSON.readTree(content);
    }

    private static List<Link> links(JsonNode log) {
        List<Link> links = new ArrayList<>();
        log.path("entries")
                .forEach(link -> links.add(new Link(
                        link.path("entry").asLong(),
                        link.path("content").asText(),
                        link.path("previous").asText(),
                        link.path("hash").asText(),
                        link.path("algorithm").asText())));
        return links;
    }

    /** What an entry of the log says itself: its number and its case. */
    static JsonNode content(Link link) {
        try {
            return JSON.readTree(link.content());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
