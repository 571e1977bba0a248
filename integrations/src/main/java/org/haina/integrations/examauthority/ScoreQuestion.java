package org.haina.integrations.examauthority;

/**
 * Asks for one person's results in one examination.
 *
 * @param year in which it was sat, 1977 to 2200
 * @param purpose why we ask; the authority keeps it
 */
public record ScoreQuestion(
        String requestId, Examination examination, int year, String name, String idNumber, String purpose) {

    public ScoreQuestion {
        if (year < 1977 || year > 2200) {
            throw new IllegalArgumentException("Not a year of examinations: " + year);
        }
    }

    @Override
    public String toString() {
        return "ScoreQuestion[" + requestId + "]";
    }
}
