package org.haina.service.intake;

import java.util.Optional;
import java.util.UUID;

/**
 * A fact on which something is asked for that nobody could see before.
 *
 * @param words as the applicant reads it
 * @param call in the ledger of calls outside whose answer it is; empty if a person found it
 */
public record Ground(String words, Optional<UUID> call) {

    /** The fact and where it is recorded. */
    public String whole() {
        return call.map(id -> words + "（查询编号" + id + "）").orElse(words);
    }
}
