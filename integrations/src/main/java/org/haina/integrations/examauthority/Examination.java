package org.haina.integrations.examauthority;

import java.util.Arrays;

/** The examinations whose results the authority keeps. */
public enum Examination {
    COLLEGE_ENTRANCE("college-entrance", "1", "普通高等学校招生统一考试"),
    ACADEMIC_LEVEL("academic-level", "2", "普通高中学业水平考试"),
    SENIOR_ENTRANCE("senior-entrance", "3", "初中学业水平考试");

    private final String key;
    private final String code;
    private final String title;

    Examination(String key, String code, String title) {
        this.key = key;
        this.code = code;
        this.title = title;
    }

    /** Name in forms and answers. */
    public String key() {
        return key;
    }

    /** The authority's own code. */
    public String code() {
        return code;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }

    /** @throws IllegalArgumentException if there is no such key */
    public static Examination ofKey(String key) {
        return Arrays.stream(values())
                .filter(examination -> examination.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not an examination: " + key));
    }
}
