/**
 * Cryptography at rest. Owns the key ring and the only code that encrypts, hashes, signs and indexes: SM4-GCM, HMAC-SM3
 * and SM3 (GB/T 32907, GB/T 32905) by default, AES-256-GCM, HMAC-SHA-256 and SHA-256 by setting. Every value says in
 * its header how and under which key it was made, so keys and algorithms change without a migration. Refuses to start
 * with a ring that does not fit the database. Entry type: {@link org.haina.service.vault.Vault}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys"})
package org.haina.service.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
