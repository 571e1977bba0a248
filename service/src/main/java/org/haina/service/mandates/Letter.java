package org.haina.service.mandates;

import java.util.Map;

/**
 * An order as it was typed.
 *
 * @param item key of the one item; empty for all
 * @param number of the letter; empty if it is given on the page itself
 * @param commits true if the agent may promise in writing
 */
record Letter(String name, String idNumber, String item, String until, String number, boolean commits) {

    static final Letter EMPTY = of(Map.of());

    static Letter of(Map<String, String> typed) {
        return new Letter(
                text(typed, "name"),
                text(typed, "idNumber"),
                text(typed, "item"),
                text(typed, "until"),
                text(typed, "number"),
                typed.containsKey("commits"));
    }

    private static String text(Map<String, String> typed, String key) {
        return typed.getOrDefault(key, "").replace("\0", "").strip();
    }
}
