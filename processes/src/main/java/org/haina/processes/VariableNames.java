package org.haina.processes;

import java.util.Set;

/** The process variables: keys and routing facts only, never form data. */
public final class VariableNames {
    /** String; set at the start and handed into every phase. */
    public static final String CASE_NUMBER = "caseNumber";
    /** String; set when a user task is completed, and by each phase as its result. */
    public static final String OUTCOME = "outcome";
    /** Boolean; arrives with {@link MessageNames#CHECKS_SETTLED}. */
    public static final String MANUAL_CHECKS = "manualChecks";
    /** Boolean; written by {@link StepNames#DETERMINE_ELIGIBILITY}, advice to the reviewer, read by no gateway. */
    public static final String ELIGIBLE = "eligible";
    /** Boolean; written by {@link StepNames#WEIGH_ANSWERS}: all registers confirm and no condition is open. */
    public static final String CLEAR = "clear";
    /** Boolean; written by {@link StepNames#WEIGH_ANSWERS}: the case has been accepted already. */
    public static final String ACCEPTED = "accepted";
    /** Boolean; written by {@link StepNames#PROPOSE_ON_COMMITMENT}: the applicant has promised what the approval asks for. */
    public static final String PROMISED = "promised";
    /** Boolean; written by {@link StepNames#ISSUE_CERTIFICATE}: the certificate has its number. */
    public static final String NUMBERED = "numbered";
    /**
     * String, local to {@link StepNames#CLOSE_CASE}: granted, refused, filed, notFiled, answered, passedOn, notAccepted, notRequired,
     * correctionTimedOut or withdrawn.
     */
    public static final String ENDING = "ending";

    /**
     * String, one of {@link #ORGANS}, set on a call activity and handed into the phase: whose officials act there. Absent
     * where it is the organ in charge of the case.
     */
    public static final String ORGAN = "organ";
    /** 市级机关: the organ above the one in charge. */
    public static final String CITY = "city";
    /** 本级人民政府: the government of the case's district. */
    public static final String GOVERNMENT = "government";
    /** 同级公安机关交通管理部门: the traffic police of the case's district. */
    public static final String POLICE = "police";
    /** 同级交通运输部门: the transport department of the case's district. */
    public static final String TRANSPORT = "transport";
    /** Organs a phase may be handed to beside the one in charge: values of {@link #ORGAN}. */
    public static final Set<String> ORGANS = Set.of(CITY, GOVERNMENT, POLICE, TRANSPORT);

    /**
     * String, written by the engine before a step that it leaves to a job: under which correlation id the job goes on. No
     * model names it.
     */
    public static final String CORRELATION = "correlation";

    /** Every variable a model may name. */
    public static final Set<String> ALL =
            Set.of(CASE_NUMBER, OUTCOME, MANUAL_CHECKS, ELIGIBLE, CLEAR, ACCEPTED, PROMISED, NUMBERED, ENDING, ORGAN);

    private VariableNames() {}
}
