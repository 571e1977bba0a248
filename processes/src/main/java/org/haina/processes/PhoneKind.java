package org.haina.processes;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a telephone is for. */
public enum PhoneKind {
    @JsonProperty("consultation")
    CONSULTATION,
    @JsonProperty("complaint")
    COMPLAINT
}
