package org.haina.service.uploads;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the inspection.
 *
 * @param workers files looked into at one time
 * @param waiting files that may wait for a worker; more are turned away
 * @param timeLimit per file, waiting included
 * @param scanner the virus scanner
 */
@Validated
@ConfigurationProperties("haina.uploads")
record UploadSettings(
        @DefaultValue("2") @Min(1) @Max(32) int workers,
        @DefaultValue("20") @Min(0) @Max(1000) int waiting,
        @DefaultValue("20s") Duration timeLimit,
        @DefaultValue Scanner scanner) {

    /**
     * A clamd that listens on TCP.
     *
     * @param host empty for no scanner: files are then marked "not scanned"
     * @param timeout for one file
     */
    record Scanner(
            @DefaultValue("") String host,
            @DefaultValue("3310") @Min(1) @Max(65535) int port,
            @DefaultValue("15s") Duration timeout) {}
}
