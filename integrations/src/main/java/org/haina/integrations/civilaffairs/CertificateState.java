package org.haina.integrations.civilaffairs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a registration certificate is worth; the register's words for it differ from place to place. */
public enum CertificateState {
    VALID("有效", "正常", "存续", "在业"),
    /** Its last day is over; the organisation may have a new one elsewhere. */
    EXPIRED("过期", "失效", "已到期"),
    /** Withdrawn, struck off or cancelled. */
    WITHDRAWN("撤销", "注销", "吊销", "已撤销", "已注销", "已吊销");

    private final List<String> words;

    CertificateState(String... words) {
        this.words = List.of(words);
    }

    static Optional<CertificateState> ofWord(String word) {
        return Arrays.stream(values())
                .filter(state -> state.words.contains(word))
                .findFirst();
    }
}
