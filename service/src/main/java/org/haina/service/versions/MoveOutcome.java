package org.haina.service.versions;

/** What becomes of a case that is to be moved. */
sealed interface MoveOutcome {

    /** It goes by the other version. */
    record Moved() implements MoveOutcome {}

    /**
     * It stays with its version; whatever was tried must be rolled back.
     *
     * @param why in Chinese for operators
     */
    record Left(String why) implements MoveOutcome {}
}
