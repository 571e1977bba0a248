package org.haina.service.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the embedded server, used only while {@code spring.datasource.url} is not set.
 *
 * @param directory holds cluster and unpacked binaries; never below the temporary directory, which is cleaned at start
 * @param port TCP port on the loopback address; 0 picks a free one
 * @param ephemeral true throws the cluster away at every start (tests)
 * @param poolSize connections of the run-time role
 */
@Validated
@ConfigurationProperties("haina.database")
record DatabaseSettings(
        @DefaultValue(".haina/postgres") Path directory,
        @DefaultValue("0") @Min(0) @Max(65535) int port,
        @DefaultValue("false") boolean ephemeral,
        @DefaultValue("20") @Min(4) @Max(200) int poolSize) {}
