package org.haina.integrations.teachersystem;

import java.util.Arrays;

/** Kind of teacher's qualification, with its digit in certificate numbers. */
public enum SchoolLevel {
    KINDERGARTEN("kindergarten", 1, "幼儿园"),
    PRIMARY("primary", 2, "小学"),
    JUNIOR_SECONDARY("junior-secondary", 3, "初级中学"),
    SENIOR_SECONDARY("senior-secondary", 4, "高级中学"),
    VOCATIONAL("vocational", 5, "中等职业学校"),
    VOCATIONAL_PRACTICE("vocational-practice", 6, "中等职业学校实习指导"),
    HIGHER("higher", 7, "高等学校");

    private final String key;
    private final int digit;
    private final String title;

    SchoolLevel(String key, int digit, String title) {
        this.key = key;
        this.digit = digit;
        this.title = title;
    }

    /** Name in forms and answers. */
    public String key() {
        return key;
    }

    /** Digit in certificate numbers, 1 to 7. */
    public int digit() {
        return digit;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }

    /** @throws IllegalArgumentException if there is no such key */
    public static SchoolLevel ofKey(String key) {
        return Arrays.stream(values())
                .filter(level -> level.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a school level: " + key));
    }
}
