package org.haina.service.cases;

/** How an application came in; the applicant chooses (GB/T 39046 A.5). */
public enum Channel {
    COUNTER(1, "窗口"),
    WEB(2, "网上"),
    MOBILE(3, "移动端"),
    POST(4, "邮寄"),
    API(9, "接口");

    private final int code;
    private final String label;

    Channel(int code, String label) {
        this.code = code;
        this.label = label;
    }

    /** Code of GB/T 39046 A.5. */
    public int code() {
        return code;
    }

    public String label() {
        return label;
    }
}
