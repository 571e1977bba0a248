package org.haina.service.complaints;

import java.util.Optional;
import org.haina.service.access.Visibilities;
import org.haina.service.applications.Candidate;
import org.haina.service.applications.Refusal;
import org.haina.service.applications.SubmissionRule;
import org.haina.service.cases.Cases;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A complaint names a case of whoever complains or none: of others' cases nobody learns whether they exist. */
@Component
@Order(60)
class OwnCaseRule implements SubmissionRule {

    private final Cases cases;
    private final Visibilities visibilities;

    OwnCaseRule(Cases cases, Visibilities visibilities) {
        this.cases = cases;
        this.visibilities = visibilities;
    }

    @Override
    public Optional<Refusal> check(Candidate candidate) {
        if (!candidate.item().definition().isComplaint()
                || !candidate.submission().data().has("caseNumber")) {
            return Optional.empty();
        }
        boolean own = Complaints.about(candidate.submission().data())
                .flatMap(cases::find)
                .filter(file -> visibilities.of(candidate.submission().by()).sees(file.scope()))
                .isPresent();
        return own
                ? Optional.empty()
                : Optional.of(new Refusal(Refusal.Reason.NOT_OWN_CASE, "没有找到您填的办件，或者它不是您的办件。请核对办件编号；不是为某个办件投诉的，请不要填。"));
    }
}
