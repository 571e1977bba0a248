package org.haina.integrations.teachersystem;

import java.util.regex.Pattern;

/**
 * Asks for the number of a teacher's certificate.
 *
 * @param requestId one request id, one number
 * @param year of the decision
 * @param organ three digits of the recognising organ within the city
 * @param sex GB/T 2261.1: 1 or 2
 */
public record NumberRequest(
        String requestId, int year, String organ, SchoolLevel level, String sex, String name, String idNumber) {

    private static final Pattern ORGAN = Pattern.compile("\\d{3}");

    public NumberRequest {
        if (!ORGAN.matcher(organ).matches()) {
            throw new IllegalArgumentException("Not the three digits of a recognising organ: " + organ);
        }
        if (!sex.equals("1") && !sex.equals("2")) {
            throw new IllegalArgumentException("A certificate number needs sex 1 or 2");
        }
        if (year < 1995 || year > 2200) {
            throw new IllegalArgumentException("Not a year of certificates: " + year);
        }
    }

    /** Year, province 31, organ, kind and sex: how the number must begin. */
    public String prefix() {
        return year + "31" + organ + level.digit() + sex;
    }

    @Override
    public String toString() {
        return "NumberRequest[" + requestId + "]";
    }
}
