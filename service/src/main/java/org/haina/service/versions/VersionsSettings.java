package org.haina.service.versions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param sweep pause between two looks for cases to be moved */
@ConfigurationProperties("haina.versions")
record VersionsSettings(@DefaultValue("5s") Duration sweep) {}
