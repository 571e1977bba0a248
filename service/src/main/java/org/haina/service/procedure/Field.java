package org.haina.service.procedure;

import java.util.List;

/**
 * One question of an act.
 *
 * @param options to choose from; empty for a text
 * @param most characters
 * @param pattern what the answer looks like; empty if like anything
 */
record Field(String key, String label, String hint, List<Option> options, int most, boolean optional, String pattern) {

    private static final int LONG = 500;

    /** @param value what the form sends */
    record Option(String value, String label) {}

    static Field text(String key, String label, String hint) {
        return new Field(key, label, hint, List.of(), LONG, false, "");
    }

    static Field line(String key, String label, String hint) {
        return new Field(key, label, hint, List.of(), 100, false, "");
    }

    static Field coded(String key, String label, String hint, String pattern) {
        return new Field(key, label, hint, List.of(), 100, false, pattern);
    }

    static Field choice(String key, String label, List<Option> options) {
        return new Field(key, label, "", List.copyOf(options), LONG, false, "");
    }

    static Field choice(String key, String label, String hint, List<Option> options) {
        return new Field(key, label, hint, List.copyOf(options), LONG, false, "");
    }

    Field unlessNeeded() {
        return new Field(key, label, hint, options, most, true, pattern);
    }

    public boolean isChoice() {
        return !options.isEmpty();
    }

    public boolean isLong() {
        return most == LONG && !isChoice();
    }

    /** What is wrong with an answer; empty if nothing is. */
    String complaint(String answer) {
        if (answer.isEmpty()) {
            return optional ? "" : (isChoice() ? "请选择" : "请填写") + label;
        }
        if (isChoice() && options.stream().noneMatch(option -> option.value().equals(answer))) {
            return "请选择" + label;
        }
        if (!pattern.isEmpty() && !answer.matches(pattern)) {
            return label + "不对：" + hint;
        }
        return answer.length() > most ? "%s最多 %d 个字，现在有 %d 个字".formatted(label, most, answer.length()) : "";
    }
}
