package org.haina.processes;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a check whose register is down. */
enum OnOutage {
    @JsonProperty("manual")
    MANUAL
}
