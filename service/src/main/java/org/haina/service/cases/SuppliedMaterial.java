package org.haina.service.cases;

/**
 * One piece of material of a case.
 *
 * @param key the material's key in the item
 * @param source {@code UPLOAD}, {@code LICENCE} or {@code REGISTER}
 * @param reference file id, licence identifier or name of the query
 */
public record SuppliedMaterial(String key, Source source, String reference) {

    /** Where a piece of material comes from. */
    public enum Source {
        UPLOAD,
        LICENCE,
        REGISTER
    }
}
