package org.haina.service.files;

/** The store does not hold what was once kept under this id: changed, missing, or its key is gone. */
public final class DamagedFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedFileException(FileId id) {
        super("File " + id + " is damaged");
    }
}
