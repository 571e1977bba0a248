package org.haina.service.cases;

import org.haina.service.access.Caller.Official;

/**
 * What must be true, besides being in charge, before an official may read what a case holds: answers, papers, documents.
 * Features above implement it for what only they know; {@link CaseAccess} asks them on every way to a case.
 */
public interface ContentRule {

    Sight sight(CaseFile file, Official official);

    /** True if the case does not exist for this official at this moment. */
    default boolean hides(CaseFile file, Official official) {
        return false;
    }
}
