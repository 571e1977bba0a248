package org.haina.processes;

import java.util.List;
import org.haina.processes.ItemDefinition.Applicant;
import org.haina.processes.ItemDefinition.ApplicantType;

/** An item that guardians apply for says what they consent to. */
final class GuardianRules {

    private GuardianRules() {}

    static void check(ItemDefinition item, Problems problems) {
        List<Applicant> guardians = item.applicants().stream()
                .filter(applicant -> applicant.type() == ApplicantType.GUARDIAN)
                .toList();
        problems.unless(
                guardians.isEmpty() == (item.guardianConsent() == null),
                "guardianConsent: given exactly when a guardian may apply");
        problems.unless(
                guardians.stream().allMatch(Applicant::agent),
                "applicants: a guardian acts for the child, so agent is true");
    }
}
