/**
 * The service items: their artefacts (definition, models, forms, templates), stored content-addressed by version, and
 * the organs in charge. A case points to the version it was filed under; nothing is read from the class path after the
 * start. Entry type: {@link org.haina.service.catalog.Catalog}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "access", "edge", "workflow"})
package org.haina.service.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
