package org.haina.service.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All artefacts a release ships, by path such as {@code processes/services/teacher-qualification/item.yaml}. */
public final class Artefacts {

    private static final String ROOT = "haina/";

    private Artefacts() {}

    /**
     * Reads everything below {@code processes}, {@code forms} and {@code certificates}.
     *
     * @param overlay folder whose files take the place of the shipped ones of the same path, or null
     */
    public static Map<String, byte[]> read(@Nullable Path overlay) {
        try {
            Map<String, byte[]> found = new TreeMap<>();
            for (String top : new String[] {"processes", "forms", "certificates"}) {
                for (Resource resource : new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:" + ROOT + top + "/**/*.*")) {
                    String url = resource.getURL().toString();
                    found.put(url.substring(url.lastIndexOf(ROOT + top + "/") + ROOT.length()), bytes(resource));
                }
            }
            if (overlay != null) {
                addFolder(overlay, found);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("The artefacts cannot be read", e);
        }
    }

    /** What an item consists of: everything below {@code area/item}, in all three trees. */
    static Map<String, byte[]> below(Map<String, byte[]> artefacts, String folder, boolean withSamples) {
        Map<String, byte[]> files = new TreeMap<>();
        artefacts.forEach((path, content) -> {
            if (path.contains("/" + folder + "/") && (withSamples || !isSample(path))) {
                files.put(path, content);
            }
        });
        return files;
    }

    /**
     * The same artefacts with one version of an item in place of what they say of it. Samples stay where the version has
     * none of its own.
     */
    static Map<String, byte[]> with(Map<String, byte[]> artefacts, String folder, Map<String, byte[]> version) {
        boolean samples = version.keySet().stream().anyMatch(Artefacts::isSample);
        Map<String, byte[]> all = new TreeMap<>(artefacts);
        all.keySet().removeIf(path -> path.contains("/" + folder + "/") && (samples || !isSample(path)));
        all.putAll(version);
        return all;
    }

    /** Models and tables by file name, as the engine takes them. */
    static Map<String, byte[]> models(Map<String, byte[]> artefacts) {
        Map<String, byte[]> models = new TreeMap<>();
        artefacts.forEach((path, content) -> {
            if (path.endsWith(".bpmn") || path.endsWith(".dmn")) {
                models.put(path.substring(path.lastIndexOf('/') + 1), content);
            }
        });
        return models;
    }

    private static boolean isSample(String path) {
        return path.contains("/samples/");
    }

    private static byte[] bytes(Resource resource) throws IOException {
        return resource.getContentAsByteArray();
    }

    private static void addFolder(Path overlay, Map<String, byte[]> found) throws IOException {
        try (var files = Files.walk(overlay, 8)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String path = overlay.relativize(file).toString().replace('\\', '/');
                if (path.matches("(processes|forms|certificates)/.+")) {
                    found.put(path, Files.readAllBytes(file));
                }
            }
        }
    }
}
