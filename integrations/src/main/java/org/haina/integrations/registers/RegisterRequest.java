package org.haina.integrations.registers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * One question or command for a register.
 *
 * @param register key in the catalogue, such as {@code public-security}
 * @param query key in the catalogue, such as {@code identity}
 * @param parameters by the catalogue's parameter keys; validated values
 * @param requestId 8 to 64 characters of {@code A-Za-z0-9._-}; repeating it repeats nothing
 * @param purpose why we ask, 1 to 200 characters; authorities keep it
 */
public record RegisterRequest(String register, String query, ObjectNode parameters, String requestId, String purpose) {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    public RegisterRequest {
        if (!REQUEST_ID.matcher(requestId).matches()) {
            throw new IllegalArgumentException("Not a request id: " + requestId);
        }
        if (purpose.isBlank() || purpose.length() > 200) {
            throw new IllegalArgumentException("A purpose has 1 to 200 characters");
        }
    }

    /** @throws IllegalArgumentException if the parameter is absent */
    String text(String key) {
        var value = parameters.path(key);
        if (!value.isValueNode() || value.asText().isEmpty()) {
            throw new IllegalArgumentException("Parameter " + key + " is missing for " + register + "/" + query);
        }
        return value.asText();
    }

    @Override
    public String toString() {
        return "RegisterRequest[" + register + "/" + query + ", " + requestId + "]";
    }
}
