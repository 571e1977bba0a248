package org.haina.service.outbound;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the ledger is emptied, per node.
 *
 * @param workers calls at one time
 * @param workersPerRegister calls at one time to one register, so that a slow one leaves room for the others
 * @param tick how often due rows are looked for; new rows are seen at once
 * @param lease after this a call without result counts as lost and is repeated; longer than any call takes
 * @param firstPause before the second attempt; doubled each time
 * @param longestPause between attempts
 * @param jitter share of a pause that is random, in percent
 */
@Validated
@ConfigurationProperties("haina.outbound")
record OutboundSettings(
        @DefaultValue("8") @Min(1) @Max(64) int workers,
        @DefaultValue("4") @Min(1) @Max(64) int workersPerRegister,
        @DefaultValue("1s") Duration tick,
        @DefaultValue("90s") Duration lease,
        @DefaultValue("2s") Duration firstPause,
        @DefaultValue("10m") Duration longestPause,
        @DefaultValue("20") @Min(0) @Max(100) int jitter) {}
