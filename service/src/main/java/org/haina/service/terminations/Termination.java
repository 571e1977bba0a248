package org.haina.service.terminations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.haina.service.keys.CaseNumber;

/**
 * A proposal to end a grant and what came of it.
 *
 * @param penalty number of the penalty decision; empty unless it rests on one
 * @param proposedBy account, or party id of the holder who asked
 * @param processInstance id of its own root process instance
 * @param stateUntil last day for the holder's statement; empty if nobody is heard
 * @param statement the holder's words
 * @param hearing how he was heard, by the official who heard him
 * @param legalReview what the legal review found
 * @param reasons of the one who ended it
 */
public record Termination(
        UUID id,
        CaseNumber number,
        TerminationAct act,
        Ground ground,
        String penalty,
        String facts,
        boolean byHolder,
        String proposedBy,
        String proposedName,
        Instant proposedAt,
        String processInstance,
        Optional<LocalDate> stateUntil,
        Optional<String> statement,
        Optional<String> hearing,
        Optional<String> heardBy,
        Optional<String> legalReview,
        Optional<String> reviewedBy,
        Optional<Result> result,
        Optional<String> reasons,
        Optional<Instant> settledAt) {

    /** How it ended. */
    public enum Result {
        MADE,
        KEPT,
        DROPPED,
        UNLAWFUL
    }

    public boolean isOpen() {
        return result.isEmpty();
    }

    /** True while the holder may still state his case; he does so once. */
    public boolean awaitsStatement(LocalDate today) {
        return isOpen()
                && hearing.isEmpty()
                && statement.isEmpty()
                && stateUntil.filter(last -> !today.isAfter(last)).isPresent();
    }

    /** True once the holder has answered or has let the day pass. */
    boolean mayBeHeard(LocalDate today) {
        return statement.isPresent()
                || stateUntil.filter(last -> today.isAfter(last)).isPresent();
    }

    /** True if this account has a part in it that stands before the decision, and so does not decide. */
    boolean involves(String account) {
        return Stream.of(Optional.of(proposedBy), heardBy, reviewedBy)
                .flatMap(Optional::stream)
                .anyMatch(account::equals);
    }

    /** Where it stands, in words. */
    public String state() {
        return result.map(this::ended).orElseGet(() -> "拟" + act.label() + "，" + waiting());
    }

    private String waiting() {
        if (act.hears() && hearing.isEmpty()) {
            return statement.isPresent() ? "已收到陈述申辩" : "听取陈述申辩";
        }
        return act == TerminationAct.ANNULMENT && legalReview.isEmpty() ? "等待法制审核" : "等待决定";
    }

    private String ended(Result how) {
        return switch (how) {
            case MADE -> "已" + act.verb();
            case KEPT -> "决定不予" + act.verb();
            case DROPPED -> "不再办理" + act.verb();
            case UNLAWFUL -> "法制审核不通过，不予" + act.verb();
        };
    }
}
