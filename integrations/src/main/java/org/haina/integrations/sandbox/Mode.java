package org.haina.integrations.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an authority of the sandbox behaves. */
enum Mode {
    OK("正常"),
    SLOW("缓慢应答"),
    FAIL("应答 500"),
    DOWN("中断连接"),
    MALFORMED("应答格式错误"),
    TIMEOUT_AFTER_WORK("办完后不应答"),
    TOO_MANY("应答 429"),
    WRONG_ID("应答他人信息"),
    OVERSIZED("应答过大"),
    REDIRECT("重定向到其他主机");

    private final String title;

    Mode(String title) {
        this.title = title;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    static Optional<Mode> find(String key) {
        return Arrays.stream(values()).filter(mode -> mode.key().equals(key)).findFirst();
    }
}
