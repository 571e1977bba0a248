package org.haina.service.clock;

import java.time.LocalDate;
import org.haina.service.calendar.Limit;
import org.jspecify.annotations.Nullable;

/**
 * What an item says about its limits, beside its clock policy.
 *
 * @param notice until the one-time notice: the limit itself where the statute names no days, else the item's promise
 * @param correction for the applicant's papers; null where only the statute bounds them
 * @param decision statutory limit of this item where it differs from the policy's
 * @param promisedDecision the promise to the public; a date later than the statutory one is never promised
 * @param delivery the item's promise for delivery
 * @param laterCheck the item's limit for looking into what was promised instead of proved; null where nothing may be
 * @param deferral the item's limit for secondary papers that follow after acceptance; null where none may
 * @param rectification the item's limit for putting right what was promised of an approval; null where it cannot be promised
 * @param windowEnd last day of the application window the case was filed in
 */
public record LimitTerms(
        @Nullable Limit notice,
        @Nullable Limit correction,
        @Nullable Limit decision,
        @Nullable Limit promisedDecision,
        @Nullable Limit delivery,
        @Nullable Limit laterCheck,
        @Nullable Limit deferral,
        @Nullable Limit rectification,
        @Nullable LocalDate windowEnd) {

    /** An item in which everything is proved and there at once. */
    public LimitTerms(
            @Nullable Limit notice,
            @Nullable Limit correction,
            @Nullable Limit decision,
            @Nullable Limit promisedDecision,
            @Nullable Limit delivery,
            @Nullable LocalDate windowEnd) {
        this(notice, correction, decision, promisedDecision, delivery, null, null, null, windowEnd);
    }

    /** An item that leaves everything to its policy. */
    public static LimitTerms ofPolicy() {
        return new LimitTerms(null, null, null, null, null, null);
    }

    @Nullable
    Limit of(ClockName clock) {
        return switch (clock) {
            case NOTICE -> notice;
            case CORRECTION -> correction;
            case DECISION -> decision;
            case DELIVERY -> delivery;
            case POLICE_OPINION, TRANSPORT_OPINION, URGING, EXAMINATION -> null;
            case LATER_CHECK -> laterCheck;
            case DEFERRAL -> deferral;
            case RECTIFICATION -> rectification;
            case RENEWAL, YEARLY_CHECK, YEARLY_RECTIFICATION -> null;
        };
    }
}
