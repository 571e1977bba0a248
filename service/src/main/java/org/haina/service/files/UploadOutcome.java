package org.haina.service.files;

/** What came of an upload. */
public sealed interface UploadOutcome {

    /** Kept; to be linked within a day. */
    record Kept(StoredFile file) implements UploadOutcome {}

    /**
     * Not kept.
     *
     * @param reason stable name, e.g. {@code TOO_LARGE}
     * @param message Chinese, what is wrong and what to do
     */
    record Refused(String reason, String message) implements UploadOutcome {}
}
