/**
 * The service items: their artefacts (definition, models, forms, templates), stored content-addressed by version, and
 * the organs in charge. A case points to the version it was filed under; nothing is read from the class path after the
 * start. Each version has a state, decided by the release or by operators, and one version of an item is offered. Entry
 * types: {@link org.haina.service.catalog.Catalog}, {@link org.haina.service.catalog.Publishing}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "access", "audit", "edge", "workflow"})
package org.haina.service.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
