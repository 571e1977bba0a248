package org.haina.service.ratings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** 评价等级, 1 the best (GB/T 39046-2020), each with reasons to tick. */
enum Level {
    VERY_SATISFIED(1, "非常满意"),
    SATISFIED(2, "满意"),
    FAIR(3, "基本满意"),
    DISSATISFIED(4, "不满意"),
    VERY_DISSATISFIED(5, "非常不满意");

    private static final List<String> PRAISE = List.of("一次就办好", "填写简单", "材料很少", "比承诺的快", "说明清楚");
    private static final List<String> COMPLAINT = List.of("填写麻烦", "材料太多", "等的时间长", "说明看不懂", "系统不好用", "要求和指南不一致");

    private final int code;
    private final String label;

    Level(int code, String label) {
        this.code = code;
        this.label = label;
    }

    public int code() {
        return code;
    }

    public String label() {
        return label;
    }

    static Optional<Level> ofCode(String code) {
        return Arrays.stream(values())
                .filter(level -> String.valueOf(level.code).equals(code))
                .findFirst();
    }

    static List<String> praise() {
        return PRAISE;
    }

    static List<String> complaint() {
        return COMPLAINT;
    }
}
