package org.haina.service.decisions;

import java.time.Instant;
import java.util.Optional;
import org.haina.processes.ItemDefinition.ResultWords;

/**
 * What an official has put down in a case.
 *
 * @param stage where in the procedure
 * @param outcome {@code approve}, {@code reject}, {@code granted}, {@code refused}, {@code fit}, {@code unfit},
 *     {@code confirmed}, {@code disputed}, {@code agree}, {@code object} or {@link #TAKEN_BACK}
 * @param organ name of the organ, where it is none of those that handle the case
 * @param text reasons; never empty for a refusal
 */
public record Opinion(
        Stage stage, String outcome, String text, String account, String name, Optional<String> organ, Instant at) {

    /** Outcome of the entry by which an official takes the entry before it back. */
    static final String TAKEN_BACK = "takenBack";

    public boolean isTakenBack() {
        return outcome.equals(TAKEN_BACK);
    }

    /** What it is and says, in Chinese; results in the item's words. */
    public String heading(ResultWords words) {
        String result = outcome.equals("approve") || outcome.equals("granted") ? words.granted() : words.refused();
        return switch (stage) {
            case CONSULTED -> organ.orElse("") + "意见：" + (outcome.equals("agree") ? "同意" : "不同意");
            case VISIT -> isTakenBack() ? "收回实地核查记录" : outcome.equals("fit") ? "实地核查：符合" : "实地核查：不符合";
            case CONFIRMING -> isTakenBack() ? "收回对核查记录的确认" : outcome.equals("confirmed") ? "确认核查记录" : "不同意核查记录";
            case REVIEW -> isTakenBack() ? "收回审核意见" : "审核意见：建议" + result;
            case DECISION -> "决定：" + result;
        };
    }

    /** Where in the procedure. */
    public enum Stage {
        /** What a department said that was asked: {@code agree} or {@code object}. */
        CONSULTED,
        /** One of the officers who went to the place puts down what they found. */
        VISIT,
        /** Another one of them stands by it or does not. */
        CONFIRMING,
        REVIEW,
        DECISION
    }
}
