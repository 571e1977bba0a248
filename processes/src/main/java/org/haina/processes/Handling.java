package org.haina.processes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How an item is handled, as its guide says: 到办事现场次数, 办理结果 and 办理环节 (实施清单; GB/T 39046-2020).
 *
 * @param visits how often an applicant must come, 0 to 9
 * @param visitReason why; given exactly when somebody must come
 * @param result what the applicant gets
 * @param steps those of the model's usual way, in its order, each with its days; together they keep the promised limit
 */
public record Handling(int visits, @Nullable String visitReason, Result result, List<Step> steps) {

    public Handling {
        steps = List.copyOf(steps);
    }

    /** Days of a step of the model; empty if none are stated. */
    public OptionalInt days(String step) {
        return steps.stream()
                .filter(one -> one.step().equals(step))
                .mapToInt(Step::days)
                .findFirst();
    }

    /**
     * A step and how long it takes.
     *
     * @param step id of a call activity or user task of the item's model
     * @param days working days where {@code limits.decision} counts them, natural days otherwise; 0 to 366
     */
    public record Step(String step, int days) {}

    /** 办理结果. */
    public record Result(String name, Kind kind) {}

    /** How a case ends well (办结类型). */
    public enum Kind {
        @JsonProperty("certificate")
        CERTIFICATE("出证办结"),
        @JsonProperty("approval")
        APPROVAL("审批办结"),
        @JsonProperty("document")
        DOCUMENT("出文办结");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** In Chinese, for guides. */
        public String label() {
            return label;
        }
    }
}
