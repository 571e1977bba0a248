package org.haina.service.archive;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How fast closed cases are packed; nobody waits for it.
 *
 * @param sweep pause between two looks
 * @param batch cases looked at each time
 * @param busy share of the machine's processors at work, 0 to 1, beyond which packing waits
 * @param patience how long it waits at most from one look to the next
 * @param pause before a case that was not ready is looked at again; doubles with each look, up to an hour
 * @param largestMegabytes what the papers of one case may weigh together, in units of 1024 × 1024 bytes: a package is
 *     made in memory
 */
@Validated
@ConfigurationProperties("haina.archive")
record ArchiveSettings(
        @DefaultValue("10s") Duration sweep,
        @DefaultValue("2") @Min(1) @Max(100) int batch,
        @DefaultValue("0.6") @DecimalMin("0") double busy,
        @DefaultValue("5m") Duration patience,
        @DefaultValue("20s") Duration pause,
        @DefaultValue("32") @Min(1) @Max(1024) int largestMegabytes) {

    long largest() {
        return (long) largestMegabytes << 20;
    }
}
