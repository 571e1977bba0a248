package org.haina.processes;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The item's periods.
 *
 * @param notice absent where nothing is accepted, such as a question that is only answered
 * @param correction for the applicant's papers; absent where the statute bounds them
 * @param delivery absent when the decision's period includes it
 * @param laterCheck for looking into what was promised instead of proved; absent where nothing may be
 * @param deferral for the secondary papers that may follow after acceptance; absent where none may
 * @param rectification for putting right what was promised of an approval and not kept (责令限期整改); absent elsewhere
 */
public record ItemLimits(
        @Nullable Period notice,
        @Nullable Period correction,
        DecisionLimit decision,
        @Nullable Period delivery,
        @Nullable Period laterCheck,
        @Nullable Period deferral,
        @Nullable Period rectification) {

    /** A period of {@code length} units from an event. */
    public record Period(int length, Unit unit, From from) {}

    /** 法定 and 承诺办结时限 in the same unit from the same event. */
    public record DecisionLimit(int statutory, int promised, Unit unit, From from, boolean includesDelivery) {}

    /** How a period is counted. */
    public enum Unit {
        @JsonProperty("workingDays")
        WORKING_DAYS,
        @JsonProperty("naturalDays")
        NATURAL_DAYS,
        @JsonProperty("months")
        MONTHS
    }

    /** The event a period starts from; its day is not counted (民法典 201). */
    public enum From {
        @JsonProperty("receipt")
        RECEIPT,
        @JsonProperty("acceptance")
        ACCEPTANCE,
        @JsonProperty("notice")
        NOTICE,
        @JsonProperty("windowEnd")
        WINDOW_END,
        @JsonProperty("decision")
        DECISION,
        /** When a yearly check is opened. */
        @JsonProperty("opening")
        OPENING
    }
}
