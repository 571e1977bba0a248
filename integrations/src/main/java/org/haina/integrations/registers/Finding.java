package org.haina.integrations.registers;

import java.util.Arrays;
import java.util.Locale;

/** What an answer comes down to. Only a finding that confirms lets a check pass; every other goes to a person. */
public enum Finding {
    FOUND("查到且一致", true),
    DIFFERS("信息不一致", false),
    NOT_FOUND("未查到", false),
    CLEAR("无犯罪记录", true),
    RECORD_FOUND("有记录，须人工核查", false),
    PASSED("合格", true),
    FAILED("不合格", false),
    RECHECK("待复查", false),
    NO_ENTRY("没有失信记录", true),
    ENTRY_FOUND("有失信记录，须人工核实", false),
    DONE("已办理", true);

    private final String title;
    private final boolean confirms;

    Finding(String title, boolean confirms) {
        this.title = title;
        this.confirms = confirms;
    }

    /** Name in the catalogue and in stored answers, such as {@code not-found}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Chinese words for people. */
    public String title() {
        return title;
    }

    public boolean confirms() {
        return confirms;
    }

    /** @throws IllegalArgumentException if there is no such finding */
    public static Finding ofKey(String key) {
        return Arrays.stream(values())
                .filter(finding -> finding.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a finding: " + key));
    }
}
