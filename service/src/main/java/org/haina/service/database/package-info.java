/**
 * The one database. Owns the embedded PostgreSQL server (used whenever no external address is configured), the two
 * roles and two schemas, and what Flyway needs to run as the owner while the service runs as {@code haina_app}.
 * Refuses unsafe settings: {@code fsync} and {@code synchronous_commit} are on, always.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.haina.service.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
