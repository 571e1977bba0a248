package org.haina.certificates.signing;

import java.time.Instant;

/** What a check of a PDF's signature found. Only {@link Valid} may be shown as genuine. */
public sealed interface SignatureOutcome {

    /** A PDF without a signature. Says nothing about where it comes from. */
    record Unsigned() implements SignatureOutcome {}

    /** Not to be trusted. */
    record Broken(Reason reason) implements SignatureOutcome {}

    /**
     * Every byte of the file is as the signer left it: the signature covers the whole file, nothing was added after it.
     *
     * @param signer common name of the trusted certificate
     * @param signedAt the time the signer stated; not a time stamp of a third party
     * @param reason what the signer stated to sign for; may be empty
     */
    record Valid(String signer, Instant signedAt, String reason) implements SignatureOutcome {}

    /** Why a file is not to be trusted. */
    enum Reason {
        /** Larger than {@link SignatureVerifier#LARGEST_FILE} bytes. */
        TOO_LARGE,
        /** Does not begin as a PDF, or cannot be read as one. */
        NOT_A_PDF,
        /** Encrypted files are not verified. */
        ENCRYPTED,
        /** The file goes on after the signature: something was added or the file was cut and extended. */
        CHANGED_AFTER_SIGNING,
        /** The signature claims a range that is not the whole file without the signature itself. */
        DOES_NOT_COVER_FILE,
        /** More than one signature; our documents carry exactly one. */
        SEVERAL_SIGNATURES,
        /** The signer is none of the trusted certificates. */
        UNKNOWN_SIGNER,
        /** The signature does not fit the content, or is malformed. */
        ALTERED
    }
}
