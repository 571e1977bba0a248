package org.haina.integrations.teachersystem;

import java.time.LocalDate;

/** What the teacher system says about a person's examination or ability certificate. */
public sealed interface CertificateAnswer {

    /** A certificate as registered; whether it is still valid on a day is the item's rule, not the register's. */
    record Found(String number, SchoolLevel level, String subject, LocalDate issuedOn, LocalDate validUntil)
            implements CertificateAnswer {}

    /** None registered. */
    record NotFound() implements CertificateAnswer {}
}
