package org.haina.service.procedure;

import java.util.Arrays;
import java.util.List;

/** The only procedures whose time is not counted (行政许可法 45). */
enum SpecialKind {
    HEARING("听证"),
    TENDER("招标"),
    AUCTION("拍卖"),
    INSPECTION("检验"),
    TESTING("检测"),
    QUARANTINE("检疫"),
    APPRAISAL("鉴定"),
    EXPERT_REVIEW("专家评审");

    private final String label;

    SpecialKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static List<Field.Option> options() {
        return Arrays.stream(values())
                .map(kind -> new Field.Option(kind.name(), kind.label))
                .toList();
    }
}
