package org.haina.service.guide;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param reminderSweep pause between two looks for rounds that have opened
 * @param reminderPause pause before a reminder that could not be told is tried again
 */
@Validated
@ConfigurationProperties("haina.guide")
record GuideSettings(
        @DefaultValue("1m") @NotNull Duration reminderSweep, @DefaultValue("10m") @NotNull Duration reminderPause) {}
