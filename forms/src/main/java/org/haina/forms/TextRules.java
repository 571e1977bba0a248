package org.haina.forms;

import java.util.Optional;

/** Characters that no answer may carry: they deceive the reader, break documents or cannot be printed. */
final class TextRules {
    private static final int ZERO_WIDTH_JOINER = 0x200D; // joins emoji
    private static final int KEYCAP = 0x20E3;

    private TextRules() {}

    /** For names, addresses and codes on one line: no emoji and no angle brackets either. */
    static Optional<String> flawOfLine(String text) {
        return first(text, TextRules::flawOnLine);
    }

    /** For free text: line breaks and emoji are welcome. */
    static Optional<String> flawOfProse(String text) {
        return first(text, c -> c == '\n' || c == ZERO_WIDTH_JOINER ? "" : flawAnywhere(c));
    }

    private interface CodePointRule {
        String flaw(int codePoint);
    }

    private static Optional<String> first(String text, CodePointRule rule) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String flaw = rule.flaw(text.codePointAt(i));
            if (!flaw.isEmpty()) return Optional.of(flaw);
        }
        return Optional.empty();
    }

    private static String flawOnLine(int c) {
        if (c == '\n' || c == '\r') return "只能填写一行，不能换行";
        if (c == '<' || c == '>') return "不能包含尖括号";
        if (isEmoji(c)) return "不能包含表情符号";
        return flawAnywhere(c);
    }

    private static String flawAnywhere(int c) {
        if (isBidiControl(c)) return "含有改变文字方向的隐藏字符，请删除后重新填写";
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                "含有看不见的控制字符，请删除后重新填写";
            case Character.SURROGATE -> "含有损坏的字符，请删除后重新填写";
            case Character.PRIVATE_USE -> "含有无法识别的自造字，请改用标准汉字";
            default -> (c & 0xFFFE) == 0xFFFE ? "含有损坏的字符，请删除后重新填写" : "";
        };
    }

    private static boolean isBidiControl(int c) {
        return c == 0x061C || c == 0x200E || c == 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    private static boolean isEmoji(int c) {
        return c >= 0x1F000 && c <= 0x1FAFF
                || c >= 0x2600 && c <= 0x27BF
                || c >= 0x2B00 && c <= 0x2BFF
                || c >= 0x2300 && c <= 0x23FF
                || c >= 0xFE00 && c <= 0xFE0F
                || c == KEYCAP;
    }
}
