package org.haina.integrations.diploma;

import java.time.LocalDate;

/** What the diploma service says. */
public sealed interface DiplomaAnswer {

    /**
     * A diploma as registered.
     *
     * @param holder name under which it was issued
     * @param level 博士研究生, 硕士研究生, 本科 or 专科
     */
    record Diploma(String number, String holder, String school, String major, String level, LocalDate graduationDate) {}

    /** Registered for this person under this name. */
    record Found(Diploma diploma) implements DiplomaAnswer {}

    /** Registered for this ID number under another name, perhaps a former one: a person looks. */
    record NameDiffers(Diploma diploma) implements DiplomaAnswer {}

    /** Not registered: abroad, before 2001, or wrong. */
    record NotFound() implements DiplomaAnswer {}
}
