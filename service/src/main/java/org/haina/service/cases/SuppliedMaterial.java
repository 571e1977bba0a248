package org.haina.service.cases;

/**
 * One piece of material of a case.
 *
 * @param key the material's key in the item
 * @param source where it comes from
 * @param reference file id, licence identifier, name of the query or hash of the text that was promised
 */
public record SuppliedMaterial(String key, Source source, String reference) {

    /** Where a piece of material comes from. */
    public enum Source {
        UPLOAD,
        /** The store has confirmed that it is the applicant's. */
        LICENCE,
        /** A licence named while the store did not answer; an official checks it. */
        UNVERIFIED,
        REGISTER,
        /** Promised in writing instead of proved. */
        COMMITMENT,
        /** Promised in writing for after the acceptance. */
        DEFERRED
    }
}
