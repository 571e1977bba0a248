package org.haina.service.applications;

import java.util.Optional;
import org.haina.processes.ItemDefinition.ApplicantType;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Ages;
import org.haina.service.parties.Parties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * An item says which kinds of applicants it has, and for which of them somebody else may act. A minor, for whom a guardian
 * acts, is a kind of its own beside persons.
 */
@Component
@Order(25)
public class ApplicantRule implements SubmissionRule {

    private final Parties parties;
    private final Ages ages;

    ApplicantRule(Parties parties, Ages ages) {
        this.parties = parties;
        this.ages = ages;
    }

    @Override
    public Optional<Refusal> check(Candidate candidate) {
        Submission submission = candidate.submission();
        boolean byAgent = submission.agent().isPresent();
        ApplicantType kind = kind(submission);
        return admits(candidate.item(), kind, byAgent)
                ? Optional.empty()
                : Optional.of(new Refusal(Refusal.Reason.APPLICANT_KIND, against(candidate.item(), kind, byAgent)));
    }

    /** Whether somebody may apply for this party in this item, as far as its kind goes. */
    public boolean admitsFor(ItemVersion item, PartyId principal) {
        return admits(item, kind(principal), true);
    }

    /** Whether a person may apply for himself. */
    public boolean admitsSelf(ItemVersion item) {
        return admits(item, ApplicantType.PERSON, false);
    }

    private static boolean admits(ItemVersion item, ApplicantType kind, boolean byAgent) {
        return item.definition().applicants().stream()
                .anyMatch(one ->
                        (one.type() == kind || kind == ApplicantType.GUARDIAN && one.type() == ApplicantType.PERSON)
                                && (one.agent() || !byAgent));
    }

    private static String against(ItemVersion item, ApplicantType kind, boolean byAgent) {
        if (item.definition().guardianConsent() != null && kind == ApplicantType.PERSON) {
            return byAgent ? "本事项只由监护人为未成年的孩子申请。已满十八周岁的，不能再由监护人申请。" : "本事项由监护人为未成年的孩子申请，请选择孩子作为申请人。";
        }
        String who = kind == ApplicantType.ORGANISATION ? "单位" : "个人";
        return byAgent ? "本事项不能为" + who + "代办。" : "本事项不能由" + who + "申请。";
    }

    /** Who signs in with the citizen cloud and applies for no other is a person: nobody need be asked. */
    private ApplicantType kind(Submission submission) {
        if (submission.agent().isPresent()) {
            return kind(submission.applicant());
        }
        return !(submission.by() instanceof Citizen) && parties.isOrganisation(submission.applicant())
                ? ApplicantType.ORGANISATION
                : ApplicantType.PERSON;
    }

    private ApplicantType kind(PartyId principal) {
        if (parties.isOrganisation(principal)) {
            return ApplicantType.ORGANISATION;
        }
        return ages.isMinor(principal) ? ApplicantType.GUARDIAN : ApplicantType.PERSON;
    }
}
