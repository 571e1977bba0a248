package org.haina.service.issuance;

import java.util.Optional;
import org.haina.service.applications.Candidate;
import org.haina.service.applications.Refusal;
import org.haina.service.applications.Submission;
import org.haina.service.applications.SubmissionRule;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.decisions.GrantObstacle;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.District;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 行政许可法 49, 50: only who holds a licence asks to have it changed or renewed, at the organ that gave it. Asked at submission, and again before
 * the grant: it may have ended meanwhile. A licence that is about to end is not changed; its renewal is taken, since the law's days for
 * asking run on, and not granted before that is settled.
 */
@Component
@Order(40)
class LicenceHeldRule implements SubmissionRule, GrantObstacle {

    private static final String NOT_HELD = "没有查到申请人在这个区持有的、现行有效的这份许可证。请核对许可证编号和发证机关；由持证人申请。";
    private static final String ENDING = "发证机关对这份许可证%s。办结以前不能申请变更；办结以后许可证仍然有效的，请再申请。";

    private final AmendedLicences licences;
    private final EndUnderWay ends;
    private final Cases cases;
    private final Catalog catalog;

    LicenceHeldRule(AmendedLicences licences, EndUnderWay ends, Cases cases, Catalog catalog) {
        this.licences = licences;
        this.ends = ends;
        this.cases = cases;
        this.catalog = catalog;
    }

    @Override
    public Optional<Refusal> check(Candidate candidate) {
        Submission submission = candidate.submission();
        District district = new District(submission.data().path("district").asText("310000"));
        Optional<CertificateForm> amended = licences.amending(candidate.item());
        amended.ifPresent(form -> licences.lock(form, submission.data()));
        return amended.flatMap(form -> licences.held(form, submission.data(), submission.applicant(), district)
                .map(held -> form.definition().validity().renews() ? Optional.<Refusal>empty() : ending(held))
                .orElseGet(() -> Optional.of(new Refusal(Refusal.Reason.LICENCE_NOT_HELD, NOT_HELD))));
    }

    private Optional<Refusal> ending(Certificate held) {
        return ends.of(held.caseNumber())
                .map(state -> new Refusal(Refusal.Reason.LICENCE_ENDING, ENDING.formatted(state)));
    }

    @Override
    public Optional<String> against(CaseNumber number) {
        CaseFile file = cases.get(number);
        return licences.amending(catalog.version(file.itemVersion()))
                .flatMap(form -> licences.held(form, file.data(), file.applicant(), file.district())
                        .map(held -> ends.of(held.caseNumber()).map(state -> "要%s的许可证%s，办结以前不能准予%s"
                                .formatted(AmendedLicences.word(form), state, AmendedLicences.word(form))))
                        .orElseGet(() -> Optional.of("要" + AmendedLicences.word(form) + "的许可证已经不是有效状态，现在不能准予")));
    }
}
