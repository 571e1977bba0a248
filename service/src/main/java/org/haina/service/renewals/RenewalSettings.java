package org.haina.service.renewals;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param sweep pause between two looks for licences that come near their last day */
@Validated
@ConfigurationProperties("haina.renewals")
record RenewalSettings(@DefaultValue("1m") @NotNull Duration sweep) {}
