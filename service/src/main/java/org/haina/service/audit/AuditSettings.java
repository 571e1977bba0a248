package org.haina.service.audit;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the log.
 *
 * @param anchors directory of the signed heads, one file a day; best on a medium the database's administrator cannot
 *     write
 * @param unsealedLimit an entry unsealed for longer is a finding
 */
@Validated
@ConfigurationProperties("haina.audit")
record AuditSettings(@DefaultValue(".haina/anchors") Path anchors, @DefaultValue("60s") Duration unsealedLimit) {}
