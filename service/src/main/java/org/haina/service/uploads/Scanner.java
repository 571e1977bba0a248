package org.haina.service.uploads;

/** Looks for viruses. */
interface Scanner {

    /** What a scanner says. */
    enum Verdict {
        CLEAN,
        INFECTED,
        NOT_SCANNED
    }

    /**
     * @throws ScannerDownException if there is no verdict; the file must not be taken then
     */
    Verdict scan(byte[] content);

    /** No verdict. */
    final class ScannerDownException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ScannerDownException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
