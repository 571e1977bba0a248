/**
 * Persons and organisations, and who may act for whom. Owns their identifiers (encrypted, found by blind index only),
 * their names (clear, masked in lists) and mandates. A full view asks for a reason and is recorded. Everything else
 * names a party by its id. Entry types: {@link org.haina.service.parties.Parties},
 * {@link org.haina.service.parties.Mandates}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "vault", "audit", "access"})
package org.haina.service.parties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
