package org.haina.service.catalog;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * @param items folder of an author whose artefacts ({@code processes}, {@code forms}, {@code certificates}) take the
 *     place of the shipped ones of the same path; absent in production
 * @param drafts true takes what that folder changes as drafts, to be checked and published by operators
 * @param organs the organs in charge
 * @param demoRounds true keeps a round open in demo mode on every day on which the item has none
 */
@ConfigurationProperties("haina.catalog")
record CatalogSettings(
        @Nullable Path items,
        @DefaultValue("false") boolean drafts,
        @DefaultValue("classpath:organs.yaml") Resource organs,
        @DefaultValue("false") boolean demoRounds) {}
