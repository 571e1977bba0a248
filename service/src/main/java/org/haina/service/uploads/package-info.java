/**
 * What comes in from outside before anybody trusts it: size, type by content, structure, virus check, in the order of
 * the OWASP file upload rules, in bounded workers with a time limit. Images come out re-encoded and without metadata.
 * Refusals are Chinese sentences that say what to do. Stores nothing. Entry type:
 * {@link org.haina.service.uploads.Inspector}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.haina.service.uploads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
