package org.haina.integrations.publicsecurity;

import java.time.LocalDate;
import java.util.Optional;

/** What public security says about a name and an ID number. */
public sealed interface IdentityAnswer {

    /**
     * Name and number belong together.
     *
     * @param sex GB/T 2261.1
     * @param ethnicity GB/T 3304
     * @param address place of household registration
     */
    record Confirmed(String sex, String ethnicity, LocalDate birthDate, Optional<String> address)
            implements IdentityAnswer {}

    /** The number exists, under another name; which one is not told. */
    record NameDiffers() implements IdentityAnswer {}

    /** No such number. */
    record NotFound() implements IdentityAnswer {}
}
