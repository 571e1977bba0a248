package org.haina.service.publications;

/** How a published grant stands. A grant that ended stays published with its end: who relied on it must find it. */
enum GrantState {
    IN_FORCE("有效"),
    /** Its last day has passed; never stored, follows from the date. */
    EXPIRED("已过有效期"),
    /** A change or a renewal of the licence has taken its place and is published itself. */
    REPLACED("已由新的许可替代"),
    /** 撤回许可 (licence law 8). */
    WITHDRAWN("许可已撤回"),
    /** 撤销 (licence law 69): it should not have been granted. */
    ANNULLED("已撤销"),
    REVOKED("已吊销"),
    CANCELLED("已注销");

    private final String label;

    GrantState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
