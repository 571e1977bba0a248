package org.haina.service.cases;

import static org.haina.service.cases.ActorKind.APPLICANT;
import static org.haina.service.cases.ActorKind.HEAD;
import static org.haina.service.cases.ActorKind.OFFICIAL;
import static org.haina.service.cases.ActorKind.SYSTEM;
import static org.haina.service.cases.CaseStatus.*;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.haina.processes.ItemDefinition;
import org.haina.service.clock.Moment;
import org.jspecify.annotations.Nullable;

/** The life cycle as one graph: each allowed move, who may make it, and what it means to the clocks. */
public enum CaseMove {
    ASK_CORRECTION("发出一次性告知", EnumSet.of(RECEIVED), AWAITING_CORRECTION, EnumSet.of(OFFICIAL), Moment.NOTICE_ISSUED),
    ANSWER_CORRECTION(
            "申请人补正", EnumSet.of(AWAITING_CORRECTION), RECEIVED, EnumSet.of(APPLICANT), Moment.CORRECTION_ANSWERED),
    EXPIRE_CORRECTION("补正期限届满", EnumSet.of(AWAITING_CORRECTION), CORRECTION_EXPIRED, EnumSet.of(SYSTEM), Moment.CLOSED),
    ACCEPT("受理", EnumSet.of(RECEIVED), ACCEPTED, EnumSet.of(OFFICIAL), Moment.ACCEPTED),
    /** Without a person: what the registers confirm of an instant item. */
    ACCEPT_INSTANTLY("系统核验一致，即时受理", EnumSet.of(RECEIVED), ACCEPTED, EnumSet.of(SYSTEM), Moment.ACCEPTED),
    DEEM_ACCEPTED(
            "逾期未告知，视为受理", EnumSet.of(RECEIVED, TRANSFERRING), ACCEPTED, EnumSet.of(SYSTEM), Moment.DEEMED_ACCEPTED),
    REFUSE_ACCEPTANCE("不予受理", EnumSet.of(RECEIVED), NOT_ACCEPTED, EnumSet.of(OFFICIAL), Moment.CLOSED),
    HAND_OVER("转报有权机关", EnumSet.of(RECEIVED), TRANSFERRING, EnumSet.of(OFFICIAL), null),
    /** The other office would not have it. */
    RETURN_HAND_OVER("退回转报", EnumSet.of(TRANSFERRING), RECEIVED, EnumSet.of(OFFICIAL), null),
    ACKNOWLEDGE_HAND_OVER("确认接收转报", EnumSet.of(TRANSFERRING), TRANSFERRED, EnumSet.of(OFFICIAL), Moment.CLOSED),
    FIND_NOT_REQUIRED("告知无需办理", EnumSet.of(RECEIVED), NOT_REQUIRED, EnumSet.of(OFFICIAL), Moment.CLOSED),
    BEGIN_REVIEW("进入审核", EnumSet.of(ACCEPTED), REVIEWING, EnumSet.of(SYSTEM), null),
    BEGIN_SPECIAL_PROCEDURE(
            "进入特别程序",
            EnumSet.of(REVIEWING),
            SPECIAL_PROCEDURE,
            EnumSet.of(OFFICIAL),
            Moment.SPECIAL_PROCEDURE_NOTIFIED),
    END_SPECIAL_PROCEDURE(
            "特别程序结束",
            EnumSet.of(SPECIAL_PROCEDURE),
            REVIEWING,
            EnumSet.of(OFFICIAL, SYSTEM),
            Moment.SPECIAL_PROCEDURE_ENDED),
    /** Once, approved by the head of the organ (licence law 42). */
    EXTEND("延长办理期限", EnumSet.of(REVIEWING, DECIDING), null, EnumSet.of(HEAD), Moment.EXTENDED),
    PROPOSE("提出审核意见", EnumSet.of(REVIEWING), DECIDING, EnumSet.of(OFFICIAL, SYSTEM), null),
    /** 告知承诺: what was promised in writing is decided upon at once, nobody gives an opinion before. */
    PROPOSE_ON_COMMITMENT("依据告知承诺，直接提请决定", EnumSet.of(ACCEPTED), DECIDING, EnumSet.of(SYSTEM), null),
    /** The reviewer's own last step, while nobody has taken up what follows; the examination begins anew. */
    TAKE_BACK("收回审核意见", EnumSet.of(DECIDING), ACCEPTED, EnumSet.of(OFFICIAL), null),
    /** 县级审查后报上一级认定: the organ above examines again what the one in charge has examined. */
    REPORT("报送上级机关", EnumSet.of(DECIDING), REVIEWING, EnumSet.of(SYSTEM), null),
    /** What was promised for after the acceptance did not come; the examination ends where it stands. */
    EXPIRE_DEFERRAL(
            "容缺材料没有按期补齐，办件终结",
            EnumSet.of(ACCEPTED, REVIEWING, SPECIAL_PROCEDURE, DECIDING),
            DEFERRAL_EXPIRED,
            EnumSet.of(SYSTEM),
            Moment.CLOSED),
    GRANT("作出准予决定", EnumSet.of(DECIDING), ISSUING, EnumSet.of(OFFICIAL), Moment.DECIDED),
    /** Without a person, for instant items only. There is no refusal of this kind. */
    GRANT_INSTANTLY("系统核验一致，即时准予", EnumSet.of(ACCEPTED), ISSUING, EnumSet.of(SYSTEM), Moment.DECIDED),
    /** 视为准予延续 (licence law 50): the licence expired before anybody decided on its renewal. */
    DEEM_RENEWED("有效期届满没有决定，视为准予延续", undecided(), ISSUING, EnumSet.of(SYSTEM), Moment.DEEMED_RENEWED),
    REFUSE("作出不予决定", EnumSet.of(DECIDING), REFUSING, EnumSet.of(OFFICIAL), Moment.DECIDED),
    DELIVER_GRANT("送达并办结", EnumSet.of(ISSUING), GRANTED, EnumSet.of(SYSTEM), Moment.DELIVERED),
    DELIVER_REFUSAL("送达并办结", EnumSet.of(REFUSING), REFUSED, EnumSet.of(SYSTEM), Moment.DELIVERED),
    /** 备案 is form only: no decision, so the clerk who has looked at the papers files them. */
    FILE("予以备案", EnumSet.of(ACCEPTED), FILED, EnumSet.of(OFFICIAL), Moment.CLOSED),
    NOT_FILE("不予备案", EnumSet.of(ACCEPTED), NOT_FILED, EnumSet.of(OFFICIAL), Moment.CLOSED),
    /** A question needs no acceptance. The note is the answer. */
    ANSWER("答复", EnumSet.of(RECEIVED), ANSWERED, EnumSet.of(OFFICIAL), Moment.CLOSED),
    /** The note names the organ that answers. */
    PASS_ON("转有关机关答复", EnumSet.of(RECEIVED), PASSED_ON, EnumSet.of(OFFICIAL), Moment.CLOSED),
    WITHDRAW("申请人撤回申请", undecided(), WITHDRAWN, EnumSet.of(APPLICANT), Moment.WITHDRAWN),
    VOID("作废", undecided(), VOIDED, EnumSet.of(HEAD), Moment.CLOSED),
    /**
     * 撤回许可 (licence law 8): what was lawful is taken back for the public good, with compensation. As the three that
     * follow: by the one who decides, in writing, after the case is closed; the note is why.
     */
    WITHDRAW_GRANT("撤回许可", EnumSet.of(GRANTED), GRANT_WITHDRAWN, EnumSet.of(OFFICIAL), null),
    /** 撤销 (licence law 69). */
    ANNUL("撤销决定", EnumSet.of(GRANTED), ANNULLED, EnumSet.of(OFFICIAL), null),
    /** 吊销 (penalty law 9): the paper is taken away upon a penalty decision. */
    REVOKE("吊销许可证件", EnumSet.of(GRANTED), REVOKED, EnumSet.of(OFFICIAL), null),
    /** 注销 (licence law 70): struck off upon a fact, one of the three acts before included. */
    CANCEL("注销许可", EnumSet.of(GRANTED, GRANT_WITHDRAWN, ANNULLED, REVOKED), CANCELLED, EnumSet.of(OFFICIAL), null),
    /** 更正: a slip of the pen in what was issued; neither the decision nor a clock changes. */
    RECTIFY("更正笔误", issuedUpon(), null, EnumSet.of(OFFICIAL), null);

    private final String label;
    private final Set<CaseStatus> from;
    private final @Nullable CaseStatus to;
    private final Set<ActorKind> who;
    private final @Nullable Moment moment;

    /** @param to null if the case stays where it is */
    CaseMove(
            String label,
            EnumSet<CaseStatus> from,
            @Nullable CaseStatus to,
            EnumSet<ActorKind> who,
            @Nullable Moment moment) {
        this.label = label;
        this.from = Set.copyOf(from);
        this.to = to;
        this.who = Set.copyOf(who);
        this.moment = moment;
    }

    /** The move by its general name, for whoever names moves without a case. */
    public String label() {
        return label;
    }

    /** What the time line of a case says: results and what is not needed stand in the words of its item. */
    public String label(ItemDefinition item) {
        return switch (this) {
            case GRANT -> "作出" + item.resultWords().granted() + "决定";
            case GRANT_INSTANTLY -> "系统核验一致，即时" + item.resultWords().granted();
            case REFUSE -> "作出" + item.resultWords().refused() + "决定";
            case FILE -> item.resultWords().granted();
            case NOT_FILE -> item.resultWords().refused();
            case WITHDRAW -> "申请人撤回" + item.handedIn();
            case FIND_NOT_REQUIRED -> "告知无需" + item.shape().matter();
            default -> label;
        };
    }

    public Set<CaseStatus> from() {
        return from;
    }

    /** Where the move leads from there; the same status if the case stays. */
    CaseStatus to(CaseStatus status) {
        return to == null ? status : to;
    }

    boolean isRepeatable() {
        return this != EXTEND;
    }

    /** True if only an instant item has it. */
    boolean isInstant() {
        return this == ACCEPT_INSTANTLY || this == GRANT_INSTANTLY;
    }

    /** True if it is done in writing or not at all: without the document it would move the case and not its clock. */
    boolean needsDocument() {
        return this == EXTEND || this == BEGIN_SPECIAL_PROCEDURE;
    }

    public Set<ActorKind> who() {
        return who;
    }

    /** What the clocks of the case observe, if anything. */
    Optional<Moment> moment() {
        return Optional.ofNullable(moment);
    }

    /** True if the graph has this move from that state. */
    public boolean isAllowedFrom(CaseStatus status) {
        return from.contains(status);
    }

    private static EnumSet<CaseStatus> undecided() {
        return EnumSet.of(
                RECEIVED, AWAITING_CORRECTION, TRANSFERRING, ACCEPTED, REVIEWING, SPECIAL_PROCEDURE, DECIDING);
    }

    /** Where the organ has issued something beyond the receipt. */
    private static EnumSet<CaseStatus> issuedUpon() {
        EnumSet<CaseStatus> all = EnumSet.complementOf(EnumSet.of(RECEIVED, TRANSFERRING));
        all.removeAll(EnumSet.of(CORRECTION_EXPIRED, WITHDRAWN, TRANSFERRED, VOIDED, ANSWERED, PASSED_ON));
        return all;
    }
}
