package org.haina.service.decisions;

/**
 * One rule of the table that speaks against the application or needs a person.
 *
 * @param effect {@code bars} or {@code asks}
 * @param clause the law it rests on
 */
public record EligibilityReason(String reason, String effect, String explanation, String clause) {

    public boolean bars() {
        return effect.equals("bars");
    }
}
