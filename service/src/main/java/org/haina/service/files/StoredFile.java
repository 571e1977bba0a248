package org.haina.service.files;

import java.time.Instant;
import org.haina.service.uploads.FileType;

/**
 * What is known of a file besides its content.
 *
 * @param name fit for a download, with the ending of its type
 * @param size of the content in bytes
 * @param hash of the content, 64 hexadecimal digits
 * @param damaged true once its content was found changed or missing in the store
 */
public record StoredFile(
        FileId id,
        String name,
        FileType type,
        long size,
        String hash,
        ScanState scan,
        FileOwner owner,
        String purpose,
        Instant uploadedAt,
        boolean damaged) {

    /** What the virus check said. */
    public enum ScanState {
        CLEAN("clean"),
        /** No scanner was configured: shown to those who open it. */
        NOT_SCANNED("not-scanned"),
        /** A virus was found; never opened. */
        QUARANTINED("quarantined");

        private final String code;

        ScanState(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static ScanState ofCode(String code) {
            for (ScanState state : values()) {
                if (state.code.equals(code)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("Not a scan state: " + code);
        }
    }
}
