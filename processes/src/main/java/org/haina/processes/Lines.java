package org.haina.processes;

import java.util.ArrayList;
import java.util.List;

/** Breaks a name into lines by code points, evenly, so that no last line holds a single character. */
final class Lines {
    private Lines() {}

    static List<String> of(String text, int longest) {
        int[] letters = text.codePoints().toArray();
        int count = Math.max(1, (letters.length + longest - 1) / longest);
        int each = (letters.length + count - 1) / count;
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < letters.length; from += each) {
            lines.add(new String(letters, from, Math.min(each, letters.length - from)));
        }
        return lines;
    }
}
