package org.haina.processes;

import java.util.Set;

/** Messages that models wait for; id and name are the same word. */
public final class MessageNames {
    /** The notice period ran out before anything was told; waits on {@code Task_AcceptApplication}. */
    public static final String NOTICE_EXPIRED = "Message_NoticeExpired";
    /** The applicant answered the one-time notice. */
    public static final String CORRECTION_ANSWERED = "Message_CorrectionAnswered";
    /** The correction period ran out. */
    public static final String CORRECTION_EXPIRED = "Message_CorrectionExpired";
    /** The last check was answered or became manual; carries {@link VariableNames#MANUAL_CHECKS}. */
    public static final String CHECKS_SETTLED = "Message_ChecksSettled";
    /** The numbering authority answered. */
    public static final String CERTIFICATE_NUMBERED = "Message_CertificateNumbered";
    /** The e-licence store registered the certificate. */
    public static final String CERTIFICATE_REGISTERED = "Message_CertificateRegistered";
    /** The last day of the licence passed while its renewal was undecided; correlate by the root process instance. */
    public static final String RENEWAL_EXPIRED = "Message_RenewalExpired";
    /** The applicant withdrew before the decision; correlate by the root process instance. */
    public static final String APPLICATION_WITHDRAWN = "Message_ApplicationWithdrawn";

    /** Every message a model may wait for. */
    public static final Set<String> ALL = Set.of(
            NOTICE_EXPIRED,
            CORRECTION_ANSWERED,
            CORRECTION_EXPIRED,
            CHECKS_SETTLED,
            CERTIFICATE_NUMBERED,
            CERTIFICATE_REGISTERED,
            RENEWAL_EXPIRED,
            APPLICATION_WITHDRAWN);

    private MessageNames() {}
}
