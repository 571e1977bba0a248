package org.haina.forms;

/**
 * One thing wrong with an answer.
 *
 * @param pointer JSON pointer (RFC 6901) of the answer, {@code /field} or {@code /field/0}; {@code /materials/key} for a file
 * @param rule the rule broken: {@code required, hidden, unknown, type, text, enum, const, format, pattern, minLength, maxLength,
 *     minimum, maximum, minItems, maxItems, uniqueItems, agreement}
 * @param message a sentence in Simplified Chinese, fit to stand at the field
 */
public record Finding(String pointer, String rule, String message) {
    static Finding at(String field, String rule, String message) {
        return new Finding("/" + field.replace("~", "~0").replace("/", "~1"), rule, message);
    }
}
