package org.haina.integrations.teachersystem;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A teacher's certificate as registered under its number.
 *
 * @param subject empty where the register holds none, as of certificates just numbered
 * @param issuedOn empty where the register holds none
 */
public record RegisteredCertificate(
        String number, SchoolLevel level, Optional<String> subject, Optional<LocalDate> issuedOn, Status status) {

    /** Whether the qualification stands (教师资格条例 18 to 20). */
    public enum Status {
        VALID("1", "valid"),
        /** 丧失: by a sentence, for good. */
        LOST("2", "lost"),
        /** 撤销: obtained by deceit, or for conduct. */
        ANNULLED("3", "annulled");

        private final String code;
        private final String key;

        Status(String code, String key) {
            this.code = code;
            this.key = key;
        }

        /** Code of the register. */
        String code() {
            return code;
        }

        /** Name in answers. */
        public String key() {
            return key;
        }
    }
}
