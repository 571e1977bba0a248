package org.haina.service.archive;

import java.io.Serial;

/** The papers of a case weigh more than a package may; an operator raises the limit. */
class TooLargePackageException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    TooLargePackageException(long bytes) {
        super("The papers weigh " + bytes + " bytes: raise haina.archive.largest-megabytes");
    }
}
