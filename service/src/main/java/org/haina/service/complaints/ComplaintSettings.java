package org.haina.service.complaints;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When somebody is told that nobody answers.
 *
 * @param untakenDays working days after the receipt within which somebody takes a complaint up
 */
@Validated
@ConfigurationProperties("haina.complaints")
record ComplaintSettings(@DefaultValue("2") @Min(0) @Max(15) int untakenDays) {}
