package org.haina.service.calendar;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the calendar.
 *
 * @param refresh how often a node looks for a newly published version; at least a second
 */
@Validated
@ConfigurationProperties("haina.calendar")
record CalendarSettings(@DefaultValue("5s") @NotNull @DurationMin(seconds = 1) Duration refresh) {}
