package org.haina.service.files;

import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where files are kept, and how long without use.
 *
 * @param directory of the file store
 * @param unlinkedFor how long an upload that nobody uses is kept
 * @param unlinkedPerOwner uploads one person or client may have waiting
 * @param verifyEvery how often every file's content is checked
 */
@Validated
@ConfigurationProperties("haina.files")
record FilesSettings(
        @DefaultValue(".haina/files") Path directory,
        @DefaultValue("24h") Duration unlinkedFor,
        @DefaultValue("200") @Min(1) int unlinkedPerOwner,
        @DefaultValue("20h") Duration verifyEvery) {}
