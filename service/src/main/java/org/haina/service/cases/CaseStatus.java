package org.haina.service.cases;

import org.haina.processes.ItemDefinition;

/** Where a case stands. Names of GB/T 39046 and the national exchange list are mapped in {@code docs/life-cycle.md}. */
public enum CaseStatus {
    /** Received by system time; the organ examines whether to accept. */
    RECEIVED("已收件", false),
    /** The one-time notice is out; the applicant supplies what it lists. */
    AWAITING_CORRECTION("待补正", false),
    /** Offered to the office that is competent, which has not answered; the five days run on. */
    TRANSFERRING("转报待接收", false),
    /** Accepted, or deemed accepted; registers are asked. */
    ACCEPTED("已受理", false),
    REVIEWING("审核中", false),
    /** Hearing, inspection, expert review and the like (licence law 45), told in writing: the decision clock stands. */
    SPECIAL_PROCEDURE("特别程序中", false),
    DECIDING("待决定", false),
    /** Decided in favour; the certificate is being made and delivered. */
    ISSUING("制证送达中", false),
    /** Decided against; the decision is being delivered. */
    REFUSING("决定送达中", false),
    GRANTED("办结（准予）", true),
    /** 撤回许可: lawful when granted, taken back because the law or the facts have changed (licence law 8). */
    GRANT_WITHDRAWN("许可已撤回", true),
    /** 撤销: what was granted has been taken back by a decision of its own (licence law 69). */
    ANNULLED("已撤销", true),
    /** 吊销: taken away as a penalty. */
    REVOKED("已吊销", true),
    /** 注销: struck off, because of a fact (licence law 70). */
    CANCELLED("已注销", true),
    REFUSED("办结（不予）", true),
    /** 备案: registered under a number; nothing was granted. */
    FILED("已备案", true),
    NOT_FILED("不予备案", true),
    /** 咨询: answered in words; nothing was decided. */
    ANSWERED("已答复", true),
    /** Another organ answers, and the person knows which. */
    PASSED_ON("已转办", true),
    NOT_ACCEPTED("不予受理", true),
    NOT_REQUIRED("不受理（无需办理）", true),
    CORRECTION_EXPIRED("补正不来办结", true),
    /** 容缺受理: the secondary papers promised for after the acceptance did not come in time. */
    DEFERRAL_EXPIRED("容缺材料未补办结", true),
    WITHDRAWN("申请已撤回", true),
    /** The competent office has acknowledged the hand-over. */
    TRANSFERRED("已转报办结", true),
    /** Void in business, such as filed twice; no decision. */
    VOIDED("已作废", true);

    private final String label;
    private final boolean terminal;

    CaseStatus(String label, boolean terminal) {
        this.label = label;
        this.terminal = terminal;
    }

    /** What a person reads where cases of all items stand together. */
    public String label() {
        return label;
    }

    /** What a person reads of one case: results and what is not needed stand in the words of its item. */
    public String label(ItemDefinition item) {
        return switch (this) {
            case GRANTED -> "办结（" + item.resultWords().granted() + "）";
            case REFUSED -> "办结（" + item.resultWords().refused() + "）";
            case FILED -> "办结（" + item.resultWords().granted() + "）";
            case NOT_FILED -> "办结（" + item.resultWords().refused() + "）";
            case WITHDRAWN -> item.handedIn() + "已撤回";
            case NOT_REQUIRED -> "不受理（无需" + item.shape().matter() + "）";
            default -> label;
        };
    }

    /**
     * True if the case is closed: no move but an act of its own (撤回许可, 撤销, 吊销, 注销) leads to another status. A clerical mistake
     * can still be corrected.
     */
    public boolean isTerminal() {
        return terminal;
    }
}
