/**
 * The case: its life cycle as one graph, its form data (secrets apart and encrypted), its materials and its time line.
 * Every change of state passes through {@link org.haina.service.cases.Cases}, which refuses a move the graph does not
 * have. Knows neither tasks nor documents.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"keys", "access", "edge", "audit", "vault", "calendar", "clock", "workflow", "catalog"})
package org.haina.service.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
