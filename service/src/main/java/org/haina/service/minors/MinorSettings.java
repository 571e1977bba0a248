package org.haina.service.minors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long an approval to read a minor's data lasts; the law bounds the access, not the days.
 *
 * @param caseDays days an approval for one case is good for, the day it is given included
 * @param itemDays days an approval for all cases of an item is good for
 */
@Validated
@ConfigurationProperties("haina.minors")
record MinorSettings(
        @DefaultValue("30") @Min(1) @Max(366) int caseDays, @DefaultValue("90") @Min(1) @Max(366) int itemDays) {}
