package org.haina.service.portal;

import java.util.Optional;
import org.haina.processes.ItemDefinition.Mode;
import org.haina.processes.ItemDefinition.Shape;
import org.haina.service.cases.CaseStatus;

/**
 * Where a case stands, as its applicant reads it.
 *
 * @param headline what happens now and whose turn it is
 * @param yours the applicant must do something
 * @param tone {@code now}, {@code yellow}, {@code done} or {@code red}, beside the words
 */
record Situation(String headline, String detail, String label, boolean yours, String tone) {

    private static final String INSTEAD = "您作出的书面承诺不能适用，请补交材料。审核同时在进行，作出决定以前没有补交的，不会准予。";

    /** @param organ name of the organ in charge */
    static Situation of(OwnCase own, String organ) {
        var words = own.item().definition().resultWords();
        return switch (own.file().status()) {
            case RECEIVED -> received(own, organ);
            case AWAITING_CORRECTION -> new Situation("轮到您了：请补正材料", "只需要补正列出的内容，其他内容不用再交。", "待补正", true, "yellow");
            case ACCEPTED -> accepted(own, organ);
            case TRANSFERRING -> waiting("正在转给有权办理的机关", "对方确认接收后会告诉您，您不用做什么。", own);
            case REVIEWING -> waiting(organ + "正在审核", "您不用做什么。", own);
            case SPECIAL_PROCEDURE -> waiting("正在进行特别程序", "所需时间依法不计入办理期限，理由写在告知书里。", own);
            case DECIDING -> waiting("已审核，" + organ + "将作出决定", "您不用做什么。", own);
            case ISSUING ->
                own.isCertified()
                        ? waiting("已决定" + words.granted() + "，正在制作证书", "证书做好后可以在这里下载。", own)
                        : waiting("已决定" + words.granted() + "，正在送达决定书", "决定书里有答复的内容。", own);
            case REFUSING -> waiting("已决定" + words.refused() + "，正在送达决定书", "决定书里有理由和救济途径。", own);
            case GRANTED ->
                new Situation(
                        "办好了：" + words.granted(),
                        own.isCertified() ? "证书可以下载，也可以随时在线核验。" : "答复的内容写在决定书里，请下载查看。",
                        words.granted(),
                        false,
                        "done");
            case GRANT_WITHDRAWN ->
                new Situation("许可已经撤回", "证书已经失效。理由、补偿和救济途径写在撤回许可决定书里，请下载查看。", "许可已撤回", false, "red");
            case REVOKED -> new Situation("许可证件已经吊销", "证书已经失效。依据和救济途径写在吊销决定书里，请下载查看。", "已吊销", false, "red");
            case CANCELLED -> new Situation("许可已经注销", "证书已经失效。依据和救济途径写在注销决定书里，请下载查看。", "已注销", false, "now");
            case ANNULLED -> new Situation("原来的决定已经撤销", "证书已经失效。理由和救济途径写在撤销决定书里，请下载查看。", "已撤销", false, "red");
            case REFUSED ->
                new Situation("已办结：" + words.refused(), "理由和救济途径写在决定书里，请下载查看。", words.refused(), false, "red");
            case FILED -> new Situation("办好了：" + words.granted(), "备案号在下面，备案回执可以下载。", words.granted(), false, "done");
            case NOT_FILED ->
                new Situation("已办结：" + words.refused(), "理由写在告知书里。改正以后，可以重新提交备案。", words.refused(), false, "red");
            case ANSWERED -> new Situation("已经答复", "答复在下面，一直保留在这里。", words.granted(), false, "done");
            case PASSED_ON -> new Situation("已转给有权答复的机关", "由哪个机关答复、怎样联系，写在下面。", words.refused(), false, "now");
            case NOT_ACCEPTED -> new Situation("不予受理", "理由写在不予受理通知书里，请下载查看。", "不予受理", false, "red");
            case NOT_REQUIRED -> new Situation("这件事不需要申请", "您不用再做什么。", "不受理", false, "now");
            case CORRECTION_EXPIRED -> new Situation("没有按时补正，已经办结", own.again(), "已办结", false, "red");
            case DEFERRAL_EXPIRED -> new Situation("没有按期补齐材料，已经办结", own.again(), "已办结", false, "red");
            case WITHDRAWN -> new Situation("您已撤回" + own.handedIn(), own.again(), "已撤回", false, "now");
            case TRANSFERRED -> new Situation("已转给有权办理的机关", "对方已确认接收，由其接着办理，您不用重新提交。", "已转报", false, "now");
            case VOIDED -> new Situation("这个办件已作废", "原因写在办理过程里。", "已作废", false, "now");
        };
    }

    /**
     * The same for whom a paper is still to come after the acceptance.
     *
     * @param owing true if it is the applicant's turn to bring it
     */
    Situation owing(boolean owing) {
        return owing ? new Situation("轮到您了：请补交材料", "审核同时在进行。没有补齐以前不会准予，到期没有补齐的，这次申请终止。", label, true, "yellow") : this;
    }

    /**
     * The same for whose promise cannot be relied on.
     *
     * @param asked true if papers are to be brought in its place
     */
    Situation instead(boolean asked) {
        return asked ? new Situation("轮到您了：请补交材料", INSTEAD, label, true, "yellow") : this;
    }

    /** The same while the system itself has failed at the next step. Whoever owes a paper may bring it all the same. */
    Situation stuck() {
        return yours
                ? this
                : new Situation(
                        headline + "，遇到系统故障",
                        "这一步由系统自己办理，现在停住了。故障已列给系统管理员处理，排除后接着办，您不用做什么，办理期限照常计算。",
                        label,
                        false,
                        "yellow");
    }

    private static Situation received(OwnCase own, String organ) {
        if (own.item().definition().isComplaint()) {
            return waiting("已收到您的投诉，" + organ + "的监督人员正在查清", "答复写好以后放在这个页面上。被投诉的机关看不到这份投诉。", own);
        }
        if (own.item().definition().mode() == Mode.INSTANT) {
            return waiting("已收到申请，正在核验", "系统先向有关部门核验，信息一致的一般几秒钟就办好；不能马上办好的，由" + organ + "的工作人员办理。", own);
        }
        return own.item().definition().isQuestion()
                ? waiting("已收到您的咨询，" + organ + "正在答复", "答复写好以后放在这个页面上。", own)
                : waiting("已收到申请，" + organ + "正在核对材料", "核对后会受理，或者一次性告诉您要补什么。", own);
    }

    private static Situation accepted(OwnCase own, String organ) {
        if (!own.file().participants().isEmpty()) {
            return waiting("已受理，正在征求有关部门意见", "部门回复以后由" + organ + "审查，您不用做什么。部门不回复不算同意，也不算不同意，系统会催办。", own);
        }
        return own.item().definition().shape() == Shape.RECORD_FILING
                ? waiting("材料齐全，" + organ + "正在办理备案", "这一步只看内容是否符合规定的形式，您不用做什么。", own)
                : waiting(
                        own.item().definition().checks().isEmpty() ? "已受理，正在办理" : "已受理，正在向有关部门核查信息",
                        "这一步由" + organ + "办理，您不用做什么。",
                        own);
    }

    private static Situation waiting(String headline, String detail, OwnCase own) {
        return new Situation(
                headline, detail, own.file().status().label(own.item().definition()), false, "now");
    }

    /** True if it is the applicant's turn to bring something in the place of a promise. */
    public boolean isInstead() {
        return detail.equals(INSTEAD);
    }

    /** As the list shows the state. */
    public String chip() {
        return "chip chip-" + tone;
    }

    static boolean withdrawable(CaseStatus status) {
        return org.haina.service.cases.CaseMove.WITHDRAW.isAllowedFrom(status);
    }

    /** Which clock the applicant looks at in this state. */
    static Optional<org.haina.service.clock.ClockName> clock(CaseStatus status) {
        return switch (status) {
            case AWAITING_CORRECTION -> Optional.of(org.haina.service.clock.ClockName.CORRECTION);
            case RECEIVED, TRANSFERRING, ACCEPTED, REVIEWING, SPECIAL_PROCEDURE, DECIDING, ISSUING, REFUSING ->
                Optional.of(org.haina.service.clock.ClockName.DECISION);
            default -> Optional.empty();
        };
    }
}
