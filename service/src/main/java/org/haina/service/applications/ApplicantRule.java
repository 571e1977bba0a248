package org.haina.service.applications;

import java.util.List;
import java.util.Optional;
import org.haina.processes.ItemDefinition.Applicant;
import org.haina.processes.ItemDefinition.ApplicantType;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.parties.Parties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An item says which kinds of applicants it has, and for which of them somebody else may act. */
@Component
@Order(25)
class ApplicantRule implements SubmissionRule {

    private final Parties parties;

    ApplicantRule(Parties parties) {
        this.parties = parties;
    }

    @Override
    public Optional<Refusal> check(Candidate candidate) {
        Submission submission = candidate.submission();
        boolean byAgent = submission.agent().isPresent();
        List<Applicant> admitted = candidate.item().definition().applicants();
        ApplicantType kind = kind(submission);
        return admitted.stream().anyMatch(one -> one.type() == kind && (one.agent() || !byAgent))
                ? Optional.empty()
                : Optional.of(new Refusal(Refusal.Reason.APPLICANT_KIND, against(kind, byAgent)));
    }

    private static String against(ApplicantType kind, boolean byAgent) {
        String who = kind == ApplicantType.ORGANISATION ? "单位" : "个人";
        return byAgent ? "本事项不能为" + who + "代办。" : "本事项不能由" + who + "申请。";
    }

    /** Who signs in with the citizen cloud and applies for no other is a person: nobody need be asked. */
    private ApplicantType kind(Submission submission) {
        boolean self = submission.by() instanceof Citizen && submission.agent().isEmpty();
        return !self && parties.isOrganisation(submission.applicant())
                ? ApplicantType.ORGANISATION
                : ApplicantType.PERSON;
    }
}
