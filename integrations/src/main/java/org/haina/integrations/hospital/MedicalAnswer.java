package org.haina.integrations.hospital;

import java.time.LocalDate;

/** What the hospital says. */
public sealed interface MedicalAnswer {

    /** The only three words a hospital passes on. */
    enum Conclusion {
        /** 合格. */
        PASSED,
        /** 不合格. */
        FAILED,
        /** 待复查: another examination is due. */
        RECHECK
    }

    /** Examined in this round. */
    record Concluded(Conclusion conclusion, LocalDate examinedOn, String hospital) implements MedicalAnswer {}

    /** Not examined yet, or the result is not out. */
    record NoResult() implements MedicalAnswer {}
}
