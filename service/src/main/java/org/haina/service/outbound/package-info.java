/**
 * Everything that leaves the system: register queries, pushes, registrations of certificates. Owns the ledger
 * ({@code outbound}) and the relay that empties it. A use case writes one row with
 * {@link org.haina.service.outbound.Outbound#send}; the call is made after its commit, with no transaction open, at
 * least once, under the row's id as request id. The answer comes back as an event. Refuses to know what an answer
 * means: that is for the feature that asked.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "vault", "audit"})
package org.haina.service.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
