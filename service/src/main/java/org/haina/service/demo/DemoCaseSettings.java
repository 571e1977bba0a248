package org.haina.service.demo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the demo content.
 *
 * @param fill true makes it at the first start (environment {@code HAINA_DEMO_CONTENT}); only in demo mode
 * @param patience how long to wait for registers while nothing moves
 */
@ConfigurationProperties("haina.demo-cases")
record DemoCaseSettings(@DefaultValue("false") boolean fill, @DefaultValue("2m") Duration patience) {}
