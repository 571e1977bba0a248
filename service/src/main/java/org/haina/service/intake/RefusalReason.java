package org.haina.service.intake;

import java.util.Arrays;
import java.util.Optional;

/** Why an application may be refused acceptance; there is no catch-all (domain ruling on 行政许可法 32). */
public enum RefusalReason {
    NOT_COMPETENT("not-competent", "不属于本机关职权范围", true),
    FALSE_PAPERS("false-papers", "提交的材料不真实", true),
    WINDOW_CLOSED("window-closed", "不在规定的受理期限内", false),
    LICENCE_NOT_REQUIRED("licence-not-required", "依法不需要取得行政许可", false);

    private final String code;
    private final String label;
    private final boolean afterCorrection;

    RefusalReason(String code, String label, boolean afterCorrection) {
        this.code = code;
        this.label = label;
        this.afterCorrection = afterCorrection;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** True if it may still be used when everything asked for has been supplied. */
    boolean isOpenAfterCorrection() {
        return afterCorrection;
    }

    static Optional<RefusalReason> ofCode(String code) {
        return Arrays.stream(values()).filter(r -> r.code.equals(code)).findFirst();
    }
}
