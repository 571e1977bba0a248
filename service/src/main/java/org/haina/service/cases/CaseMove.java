package org.haina.service.cases;

import static org.haina.service.cases.ActorKind.APPLICANT;
import static org.haina.service.cases.ActorKind.OFFICIAL;
import static org.haina.service.cases.ActorKind.SYSTEM;
import static org.haina.service.cases.CaseStatus.*;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.haina.processes.ItemDefinition.ResultWords;
import org.haina.service.clock.Moment;
import org.jspecify.annotations.Nullable;

/** The life cycle as one graph: each allowed move, who may make it, and what it means to the clocks. */
public enum CaseMove {
    ASK_CORRECTION("发出一次性告知", EnumSet.of(RECEIVED), AWAITING_CORRECTION, EnumSet.of(OFFICIAL), Moment.NOTICE_ISSUED),
    ANSWER_CORRECTION(
            "申请人补正", EnumSet.of(AWAITING_CORRECTION), RECEIVED, EnumSet.of(APPLICANT), Moment.CORRECTION_ANSWERED),
    EXPIRE_CORRECTION("补正期限届满", EnumSet.of(AWAITING_CORRECTION), CORRECTION_EXPIRED, EnumSet.of(SYSTEM), Moment.CLOSED),
    ACCEPT("受理", EnumSet.of(RECEIVED), ACCEPTED, EnumSet.of(OFFICIAL), Moment.ACCEPTED),
    DEEM_ACCEPTED("逾期未告知，视为受理", EnumSet.of(RECEIVED), ACCEPTED, EnumSet.of(SYSTEM), Moment.DEEMED_ACCEPTED),
    REFUSE_ACCEPTANCE("不予受理", EnumSet.of(RECEIVED), NOT_ACCEPTED, EnumSet.of(OFFICIAL), Moment.CLOSED),
    FIND_NOT_REQUIRED("告知无需许可", EnumSet.of(RECEIVED), NOT_REQUIRED, EnumSet.of(OFFICIAL), Moment.CLOSED),
    BEGIN_REVIEW("进入审核", EnumSet.of(ACCEPTED), REVIEWING, EnumSet.of(SYSTEM), null),
    PROPOSE("提出审核意见", EnumSet.of(REVIEWING), DECIDING, EnumSet.of(OFFICIAL, SYSTEM), null),
    GRANT("作出准予决定", EnumSet.of(DECIDING), ISSUING, EnumSet.of(OFFICIAL), Moment.DECIDED),
    REFUSE("作出不予决定", EnumSet.of(DECIDING), REFUSING, EnumSet.of(OFFICIAL), Moment.DECIDED),
    DELIVER_GRANT("送达并办结", EnumSet.of(ISSUING), GRANTED, EnumSet.of(SYSTEM), Moment.DELIVERED),
    DELIVER_REFUSAL("送达并办结", EnumSet.of(REFUSING), REFUSED, EnumSet.of(SYSTEM), Moment.DELIVERED),
    WITHDRAW(
            "申请人撤回申请",
            EnumSet.of(RECEIVED, AWAITING_CORRECTION, ACCEPTED, REVIEWING, DECIDING),
            WITHDRAWN,
            EnumSet.of(APPLICANT),
            Moment.WITHDRAWN);

    private final String label;
    private final Set<CaseStatus> from;
    private final CaseStatus to;
    private final Set<ActorKind> who;
    private final @Nullable Moment moment;

    CaseMove(String label, EnumSet<CaseStatus> from, CaseStatus to, EnumSet<ActorKind> who, @Nullable Moment moment) {
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

    /** What the time line of a case says: a result stands in the words of its item. */
    public String label(ResultWords words) {
        return switch (this) {
            case GRANT -> "作出" + words.granted() + "决定";
            case REFUSE -> "作出" + words.refused() + "决定";
            default -> label;
        };
    }

    public Set<CaseStatus> from() {
        return from;
    }

    public CaseStatus to() {
        return to;
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
}
