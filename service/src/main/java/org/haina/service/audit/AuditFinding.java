package org.haina.service.audit;

/**
 * Something wrong with the log.
 *
 * @param entry number of the entry concerned, 0 where it is not about one
 */
public record AuditFinding(Kind kind, long entry, String message) {

    /** What is wrong. */
    public enum Kind {
        /** The entry is not what was sealed. */
        CHANGED,
        /** The entry was sealed and is gone. */
        MISSING,
        /** A link does not name its predecessor: links were removed or exchanged. */
        BROKEN,
        /** An entry appeared below the sealed end. */
        INSERTED,
        /** The database contradicts an anchor, or an anchor is damaged or lacking. */
        ANCHOR,
        /** The sealer does not keep up. */
        UNSEALED
    }
}
