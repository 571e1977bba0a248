package org.haina.service.catalog;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.haina.processes.ItemDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What an author's folder changes, kept as drafts: each with its samples, so that it can be examined later, and with the
 * phases that the folder changes, so that it runs by them and nobody else does.
 */
@Component
class AuthorFolder {

    private static final Logger LOG = LoggerFactory.getLogger(AuthorFolder.class);
    private static final String PHASES = "processes/phases/";

    private final ItemVersions versions;

    AuthorFolder(ItemVersions versions) {
        this.versions = versions;
    }

    /** Reads the folder; what is known already stays as it is. */
    void take(Path folder) {
        Map<String, byte[]> shipped = Artefacts.read(null);
        Map<String, byte[]> all = Artefacts.read(folder);
        Map<String, byte[]> changed = new TreeMap<>(all);
        changed.entrySet().removeIf(file -> Arrays.equals(file.getValue(), shipped.get(file.getKey())));
        all.keySet().stream()
                .filter(path -> path.startsWith("processes/") && path.endsWith("/item.yaml"))
                .forEach(path -> takeOrSkip(path, all, changed));
    }

    /** A draft that cannot be read keeps nobody from working. */
    private void takeOrSkip(String path, Map<String, byte[]> all, Map<String, byte[]> changed) {
        try {
            take(path, all, changed);
        } catch (RuntimeException e) {
            LOG.warn("{} in the author's folder cannot be read{}; the doctor says why", path, place(e));
        }
    }

    /** Where the parser stopped, if it was the parser; its message would bring the author's words into the log. */
    static String place(Throwable refused) {
        for (Throwable e = refused; e != null; e = e.getCause()) {
            if (e instanceof JsonProcessingException parser && parser.getLocation() != null) {
                JsonLocation at = parser.getLocation();
                return " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
            }
        }
        return "";
    }

    private void take(String path, Map<String, byte[]> all, Map<String, byte[]> changed) {
        ItemDefinition definition = ItemDefinition.parse(Objects.requireNonNull(all.get(path)));
        String folder = definition.area() + "/" + definition.key();
        if (Artefacts.below(changed, folder, true).isEmpty()) {
            return;
        }
        Map<String, byte[]> files = Artefacts.below(all, folder, true);
        changed.forEach((file, content) -> {
            if (file.startsWith(PHASES)) {
                files.put(file, content);
            }
        });
        versions.store(definition.key(), definition.version(), files);
    }
}
