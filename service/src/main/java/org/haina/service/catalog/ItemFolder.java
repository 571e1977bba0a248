package org.haina.service.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.haina.forms.Form;
import org.haina.processes.ItemDefinition;

/**
 * An item's artefacts as an author left them: the definition can be read, nothing else is proved yet.
 *
 * @param form the form to apply with, if it can be read
 * @param files all artefacts by path, those of other items and the phases included
 */
public record ItemFolder(ItemDefinition definition, Optional<Form> form, Map<String, byte[]> files) {

    public ItemFolder {
        files = Map.copyOf(files);
    }

    /**
     * @param top {@code processes}, {@code forms} or {@code certificates}
     * @param name path below the item's folder
     */
    public String path(String top, String name) {
        return top + "/" + definition.area() + "/" + definition.key() + "/" + name;
    }

    /** An artefact of the item's folder. */
    public Optional<byte[]> file(String top, String name) {
        return Optional.ofNullable(files.get(path(top, name)));
    }

    /** Names of the item's artefacts below one top folder, sorted. */
    public Stream<String> names(String top) {
        String folder = path(top, "");
        return files.keySet().stream()
                .filter(path -> path.startsWith(folder))
                .map(path -> path.substring(folder.length()))
                .sorted();
    }

    /** Whether the application form asks this; true if the form cannot be read, which is a finding of its own. */
    public boolean asks(String field) {
        return form.map(f -> f.layout().questions().anyMatch(q -> q.field().equals(field)))
                .orElse(true);
    }
}
