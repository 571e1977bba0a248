package org.haina.service.yearlychecks;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param sweep pause between two looks for licences whose check of this year is due */
@Validated
@ConfigurationProperties("haina.yearly-checks")
record YearlyCheckSettings(@DefaultValue("1h") @NotNull Duration sweep) {}
