/** Identifiers that every feature may name: case number, item key, party id, district, correlation id. Values only. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.haina.service.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
