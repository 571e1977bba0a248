package org.haina.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects what is wrong with an item; each sentence begins with the path of the key it is about. */
final class Problems {
    private final List<String> all = new ArrayList<>();

    List<String> all() {
        return List.copyOf(all);
    }

    void unless(boolean holds, String problem) {
        if (!holds) {
            all.add(problem);
        }
    }

    void unlessMatches(String path, String value, Pattern format) {
        unless(format.matcher(value).matches(), path + ": \"" + value + "\" does not match " + format);
    }

    void unlessBetween(String path, int value, int least, int most) {
        unless(value >= least && value <= most, path + ": " + value + " is not between " + least + " and " + most);
    }

    void unlessDistinct(String path, List<String> values) {
        unless(Set.copyOf(values).size() == values.size(), path + ": the same entry twice in " + values);
    }
}
