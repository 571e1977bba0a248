package org.haina.service.checks;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param patience how long a register may stay silent before its check becomes a person's task */
@ConfigurationProperties("haina.checks")
record CheckSettings(@DefaultValue("PT30M") Duration patience) {}
