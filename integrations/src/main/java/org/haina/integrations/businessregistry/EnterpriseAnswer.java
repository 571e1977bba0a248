package org.haina.integrations.businessregistry;

import java.time.LocalDate;

/** What the business registry says. */
public sealed interface EnterpriseAnswer {

    /**
     * An enterprise as registered.
     *
     * @param uscc unified social credit code
     * @param status 存续, 注销 and the like, in the registry's words
     */
    record Enterprise(
            String uscc,
            String name,
            String kind,
            String legalRepresentative,
            String address,
            LocalDate established,
            String status) {}

    /** Registered under this code. */
    record Found(Enterprise enterprise) implements EnterpriseAnswer {}

    /** Not registered here: another registry keeps it, or the code is wrong. */
    record NotFound() implements EnterpriseAnswer {}
}
