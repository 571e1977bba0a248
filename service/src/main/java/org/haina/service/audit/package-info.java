/**
 * What happened, who did it, who looked. Owns the append-only log (the run-time role may insert and read only), the
 * sealer that chains its rows by SM3 in the order of their numbers, and the signed anchors outside the database.
 * Refuses changes by rights and by trigger, and finds those a database administrator makes. Entries carry ids and names
 * of fields, never personal data. Entry types: {@link org.haina.service.audit.Audit} to write,
 * {@link org.haina.service.audit.AuditTrail} to read, {@link org.haina.service.audit.AuditExcerpts} to take along, {@link org.haina.service.audit.AuditChain} to verify.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "vault"})
package org.haina.service.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
