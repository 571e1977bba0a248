package org.haina.processes;

import java.util.Set;

/** Bean names of the steps that models may call as {@code ${step}}; each is idempotent by case number. */
final class StepNames {
    /** Accepts formally, writes the acceptance notice, starts the decision clock. */
    static final String ACCEPT_APPLICATION = "acceptApplication";
    /** The notice period ran out unused: accepted as of the day of receipt. */
    static final String DEEM_ACCEPTED = "deemAccepted";
    /** Refuses to accept; {@link VariableNames#OUTCOME} is {@code refuse} or {@code notRequired}. */
    static final String REFUSE_ACCEPTANCE = "refuseAcceptance";
    /** Serves the one-time notice, ends the notice clock, starts the correction clock. */
    static final String ISSUE_ONE_TIME_NOTICE = "issueOneTimeNotice";
    /** Writes one outbound row per declared check. */
    static final String OPEN_CHECKS = "openChecks";
    /** As {@link #OPEN_CHECKS}; what was asked before is called off and asked anew. */
    static final String ASK_REGISTERS = "askRegisters";
    /** Weighs whether everything confirms; writes {@link VariableNames#CLEAR} and {@link VariableNames#ACCEPTED}. */
    static final String WEIGH_ANSWERS = "weighAnswers";
    /** Accepts without a person, unless a person has accepted already; for instant items only. */
    static final String ACCEPT_INSTANTLY = "acceptInstantly";
    /** Grants without a person what is clear; for instant items only. Nothing refuses without a person. */
    static final String GRANT_INSTANTLY = "grantInstantly";
    /** Asks the department of the phase for its opinion and starts its clock. */
    static final String ASK_DEPARTMENT = "askDepartment";
    /** Evaluates the item's eligibility table; writes {@link VariableNames#ELIGIBLE}. */
    static final String DETERMINE_ELIGIBILITY = "determineEligibility";
    /** Reports the case with the opinion to the organ above, which examines it again and decides. */
    static final String REPORT_CASE = "reportCase";
    /** Writes the numbered, sealed decision; {@link VariableNames#OUTCOME} is {@code granted} or {@code refused}. */
    static final String RECORD_DECISION = "recordDecision";
    /** Writes the numbered, sealed receipt of a filing, or why it is not filed. */
    static final String RECORD_FILING = "recordFiling";
    /** Draws the certificate's number or asks for it; writes {@link VariableNames#NUMBERED}. */
    static final String ISSUE_CERTIFICATE = "issueCertificate";
    /** Renders and signs the certificate, writes the outbound row to the e-licence store; runs as a background job. */
    static final String SEAL_CERTIFICATE = "sealCertificate";
    /** Serves the result, granted or refused, and keeps the proof of delivery. */
    static final String DELIVER_RESULT = "deliverResult";
    /** Opens the later check of what was promised instead of proved; does nothing where nothing was. */
    static final String OPEN_LATER_CHECK = "openLaterCheck";
    /** Sends a case in which the approval was promised to the decider without a review; writes {@link VariableNames#PROMISED}. */
    static final String PROPOSE_ON_COMMITMENT = "proposeOnCommitment";
    /** 责令限期整改: the written order with its date; starts the rectification clock. */
    static final String ORDER_RECTIFICATION = "orderRectification";
    /** Takes back what was granted on a promise that was not true: written decision, certificate annulled, promise listed. */
    static final String ANNUL_GRANT = "annulGrant";
    /** Writes the numbered, sealed decision by which a grant was withdrawn, annulled, revoked or cancelled. */
    static final String RECORD_TERMINATION = "recordTermination";
    /** 视为准予延续: the licence has expired before anybody decided; the move and its letter. */
    static final String DEEM_RENEWED = "deemRenewed";
    /** Writes what a yearly check has found, and until when it is to be put right; starts that clock. */
    static final String TELL_YEARLY_CHECK = "tellYearlyCheck";
    /** Ends checks and clocks after the applicant withdrew. */
    static final String WITHDRAW_APPLICATION = "withdrawApplication";
    /** Closes and archives the case; {@link VariableNames#ENDING} says how it ended. */
    static final String CLOSE_CASE = "closeCase";

    /** Every step a model may name. */
    static final Set<String> ALL = Set.of(
            ACCEPT_APPLICATION,
            DEEM_ACCEPTED,
            REFUSE_ACCEPTANCE,
            ISSUE_ONE_TIME_NOTICE,
            OPEN_CHECKS,
            ASK_REGISTERS,
            WEIGH_ANSWERS,
            ACCEPT_INSTANTLY,
            GRANT_INSTANTLY,
            ASK_DEPARTMENT,
            DETERMINE_ELIGIBILITY,
            REPORT_CASE,
            RECORD_DECISION,
            RECORD_FILING,
            ISSUE_CERTIFICATE,
            SEAL_CERTIFICATE,
            DELIVER_RESULT,
            OPEN_LATER_CHECK,
            PROPOSE_ON_COMMITMENT,
            ORDER_RECTIFICATION,
            ANNUL_GRANT,
            RECORD_TERMINATION,
            DEEM_RENEWED,
            TELL_YEARLY_CHECK,
            WITHDRAW_APPLICATION,
            CLOSE_CASE);

    private StepNames() {}
}
