/**
 * Identifiers that every feature may name: case number, item key, party id, district, correlation id. Values only, and
 * the one exception by which a feature keeps the service from coming up.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.haina.service.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
