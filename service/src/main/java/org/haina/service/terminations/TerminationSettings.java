package org.haina.service.terminations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param statementDays working days the holder has for his statement; no statute names them, so each organ may set them
 * @param publicNoticeDays natural days after which a public notice counts as served; 民事诉讼法 95 wants thirty
 */
@Validated
@ConfigurationProperties("haina.terminations")
record TerminationSettings(
        @DefaultValue("5") @Min(1) @Max(60) int statementDays,
        @DefaultValue("30") @Min(30) @Max(180) int publicNoticeDays) {}
