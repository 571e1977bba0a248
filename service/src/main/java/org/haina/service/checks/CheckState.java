package org.haina.service.checks;

/** Where one question to a register stands. */
public enum CheckState {
    WAITING("等待答复"),
    ANSWERED("已答复"),
    /** No answer in time, or none that a machine can read: a person looks. */
    MANUAL("转人工核查"),
    SETTLED_BY_HAND("已人工核查");

    private final String label;

    CheckState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
