package org.haina.service.archive;

import java.time.Instant;
import org.haina.service.files.FileId;
import org.haina.service.keys.CaseNumber;

/**
 * A package of a case.
 *
 * @param edition 1 for the one made at closing; each later one is whole again and names the one before
 * @param indexHash SM3 of its {@code index.json}
 * @param packedAt legal time
 */
record Edition(CaseNumber number, int edition, FileId file, String indexHash, Instant packedAt) {

    /** What the log calls it. */
    String subject() {
        return "archive:" + number + "/" + edition;
    }
}
