/**
 * What becomes of a school after its licence: the registration as a legal person, which the registry tells and nobody types.
 * Entry type: {@link org.haina.service.institutions.LegalRegistrations}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "access", "audit", "cases", "catalog", "outbound"})
package org.haina.service.institutions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
