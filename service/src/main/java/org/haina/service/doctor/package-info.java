/**
 * Proves that what we ship and what we keep is whole: every promise between an item's files, and the stored state (audit
 * chain, files, ledger, cases against processes and work items, lock-down of the engine). Stands above all features, reads
 * their tables and changes nothing. Runs by {@code ./haina doctor}, prints one line for each finding. Entry type:
 * {@link org.haina.service.doctor.Doctor}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "archive",
            "audit",
            "cases",
            "catalog",
            "clock",
            "complaints",
            "files",
            "outbound",
            "workflow",
            "worklist"
        })
package org.haina.service.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
