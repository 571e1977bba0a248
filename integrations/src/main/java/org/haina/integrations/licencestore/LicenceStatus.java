package org.haina.integrations.licencestore;

import java.util.Arrays;
import java.util.Optional;

/** Status of an e-licence with the code of the metadata standard. */
public enum LicenceStatus {
    VALID("01", "有效"),
    SUSPENDED("02", "暂扣"),
    ANNULLED("03", "撤销"),
    CANCELLED("04", "注销"),
    EXPIRED("05", "失效"),
    TRANSFERRED("06", "办理转出"),
    REVOKED("07", "吊销"),
    OTHER("99", "其他");

    private final String code;
    private final String title;

    LicenceStatus(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public String code() {
        return code;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }

    static Optional<LicenceStatus> ofCode(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst();
    }
}
