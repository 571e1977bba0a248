package org.haina.service.clock;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the clocks. The colours differ between offices, so both usual measures are there: the share of the limit
 * that is used, and the working days left.
 *
 * @param yellowAbovePercent yellow when more than this share of the working days is used
 * @param yellowFromDaysLeft yellow also when no more than this many working days are left; null for share only
 * @param redFromDaysLeft red when no more than this many working days are left; a deadline that has passed always is
 * @param sweep pause between two looks for limits that have ended
 * @param firstRetry pause after a first failed consequence, doubled up to 10 minutes
 */
@Validated
@ConfigurationProperties("haina.clock")
record ClockSettings(
        @DefaultValue("80") @Min(0) @Max(100) int yellowAbovePercent,
        @Nullable @Min(0) Integer yellowFromDaysLeft,
        @DefaultValue("-1") @Max(100) int redFromDaysLeft,
        @DefaultValue("3s") @NotNull @DurationMin(millis = 100) Duration sweep,
        @DefaultValue("10s") @NotNull @DurationMin(millis = 1) Duration firstRetry) {}
