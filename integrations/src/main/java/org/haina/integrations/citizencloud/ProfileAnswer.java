package org.haina.integrations.citizencloud;

import java.time.LocalDate;
import java.util.Optional;

/** What the citizen cloud says about an ID number. */
public sealed interface ProfileAnswer {

    /**
     * A registered citizen.
     *
     * @param sex GB/T 2261.1
     * @param ethnicity GB/T 3304
     * @param realNameLevel 1 to 3, 3 proved by face or at a counter
     * @param district GB/T 2260 code of the home, within Shanghai
     * @param householdDistrict GB/T 2260 code of the household registration; absent outside Shanghai
     */
    record Profile(
            String name,
            String idType,
            String idNumber,
            String sex,
            String ethnicity,
            LocalDate birthDate,
            int realNameLevel,
            Optional<String> phone,
            Optional<String> district,
            Optional<String> address,
            Optional<String> householdDistrict,
            Optional<String> householdAddress)
            implements ProfileAnswer {

        @Override
        public String toString() {
            return "Profile[]";
        }
    }

    /** Nobody registered under this number. */
    record NotFound() implements ProfileAnswer {}
}
