package org.haina.service.keys;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * An administrative division by its six digits (GB/T 2260), 310000 being the city.
 *
 * @param code six digits
 */
public record District(String code) implements Serializable {

    private static final Pattern FORMAT = Pattern.compile("\\d{6}");

    public District {
        if (!FORMAT.matcher(code).matches()) {
            throw new IllegalArgumentException("Not a district code");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
