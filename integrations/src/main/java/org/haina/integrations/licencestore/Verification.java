package org.haina.integrations.licencestore;

/** What the store says about an identifier. */
public sealed interface Verification {

    /**
     * In the store.
     *
     * @param sha256 of the file, in hexadecimal
     */
    record Known(LicenceStatus status, String sha256) implements Verification {}

    /** Not in the store. */
    record Unknown() implements Verification {}
}
