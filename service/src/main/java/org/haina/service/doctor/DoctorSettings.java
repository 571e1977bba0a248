package org.haina.service.doctor;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param run true to examine, print and end instead of serving
 * @param item {@code area/item} to examine artefacts of that item only; absent: all items and the stored state
 * @param items folder of an author whose artefacts take the place of the shipped ones of the same path
 * @param outboundAge a call that is open for longer is a finding
 * @param archives packages of closed cases to open and verify, chosen by chance
 */
@ConfigurationProperties("haina.doctor")
record DoctorSettings(
        @DefaultValue("false") boolean run,
        @Nullable String item,
        @Nullable Path items,
        @DefaultValue("24h") Duration outboundAge,
        @DefaultValue("500") int archives) {}
