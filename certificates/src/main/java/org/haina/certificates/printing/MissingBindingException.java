package org.haina.certificates.printing;

import java.util.List;

/** Data that a template requires is absent or blank. Nothing is printed. */
public final class MissingBindingException extends RuntimeException {
    private final List<String> paths;

    MissingBindingException(String title, List<String> paths) {
        super("Cannot print '" + title + "': no value for " + String.join(", ", paths));
        this.paths = List.copyOf(paths);
    }

    /** All missing paths, in the order of the template; list items as {@code materials[2].title}. */
    public List<String> paths() {
        return paths;
    }
}
