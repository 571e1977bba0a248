package org.haina.service.applications;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haina.forms.Finding;
import org.haina.forms.Form;
import org.haina.service.cases.Actor;
import org.haina.service.cases.Cases;
import org.haina.service.cases.NewCase;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.clock.PromisedDay;
import org.haina.service.commitments.Commitments;
import org.haina.service.deferrals.Deferrals;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.CaseNumbers;
import org.haina.service.keys.District;
import org.haina.service.minors.GuardianConsents;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a case of an application: once for each key, all or nothing. */
@Service
public class Submissions {

    private static final String DISTRICT_FIELD = "district";

    private final Catalog catalog;
    private final Organs organs;
    private final Cases cases;
    private final CaseNumbers numbers;
    private final SubmissionLog log;
    private final MaterialRules materials;
    private final Commitments commitments;
    private final Deferrals deferrals;
    private final GuardianConsents consents;
    private final IdentityAgreement identity;
    private final List<SubmissionRule> rules;
    private final SubmissionHash hashes;
    private final Clock clock;

    Submissions(
            Catalog catalog,
            Organs organs,
            Cases cases,
            SubmissionLog log,
            MaterialRules materials,
            Commitments commitments,
            Deferrals deferrals,
            GuardianConsents consents,
            IdentityAgreement identity,
            List<SubmissionRule> rules,
            SubmissionHash hashes,
            Clock clock) {
        this.catalog = catalog;
        this.organs = organs;
        this.cases = cases;
        this.numbers = new CaseNumbers(clock);
        this.log = log;
        this.materials = materials;
        this.commitments = commitments;
        this.deferrals = deferrals;
        this.consents = consents;
        this.identity = identity;
        this.rules = List.copyOf(rules);
        this.hashes = hashes;
        this.clock = clock;
    }

    /** As {@link #submit(Submission, LicencesHeld)} for an application that names no licence. */
    @Transactional
    public SubmissionOutcome submit(Submission submission) {
        return submit(submission, LicencesHeld.NONE);
    }

    /**
     * Checks and receives an application in one transaction; every outcome but acceptance leaves nothing behind.
     *
     * @param held what {@link LicenceHoldings} found before the transaction was opened
     */
    @Transactional
    public SubmissionOutcome submit(Submission submission, LicencesHeld held) {
        if (!log.lock(submission)) {
            return new SubmissionOutcome.StillRunning();
        }
        String hash = hashes.of(submission);
        return log.find(submission.subject(), submission.idempotencyKey())
                .map(entry -> repeated(entry, hash))
                .orElseGet(() -> first(submission, held, hash));
    }

    private static SubmissionOutcome repeated(SubmissionLog.Entry entry, String hash) {
        return entry.payloadHash().equals(hash)
                ? new SubmissionOutcome.Accepted(entry.number(), entry.promisedBy(), true)
                : new SubmissionOutcome.KeyReused();
    }

    private SubmissionOutcome first(Submission typed, LicencesHeld held, String hash) {
        ItemVersion item = catalog.current(typed.item());
        Submission submission = typed.spelled(item.applicationForm());
        List<Finding> findings = findings(item, submission, held);
        if (!findings.isEmpty()) {
            return new SubmissionOutcome.Invalid(findings);
        }
        Candidate candidate = new Candidate(submission, item, LocalDate.now(clock));
        return rules.stream()
                .flatMap(rule -> rule.check(candidate).stream())
                .findFirst()
                .<SubmissionOutcome>map(SubmissionOutcome.Refused::new)
                .orElseGet(() -> receive(candidate, held, hash));
    }

    private List<Finding> findings(ItemVersion item, Submission submission, LicencesHeld held) {
        Form form = item.applicationForm();
        List<Finding> findings = new ArrayList<>(form.check(submission.data()));
        findings.addAll(identity.check(form, submission));
        findings.addAll(materials.check(item, submission, held));
        return findings;
    }

    private SubmissionOutcome receive(Candidate candidate, LicencesHeld held, String hash) {
        Submission submission = candidate.submission();
        NewCase filed = newCase(candidate, held);
        Optional<PromisedDay> promised = cases.receive(filed);
        log.insert(
                submission.subject(),
                submission.idempotencyKey(),
                new SubmissionLog.Entry(hash, filed.number(), promised),
                clock.instant());
        materials.link(filed.number(), submission.materials(), submission.by());
        commitments.sign(
                filed.number(), candidate.item(), submission.applicant(), submission.by(), submission.materials());
        deferrals.sign(filed.number(), candidate.item(), submission.by(), submission.materials());
        consents.keep(filed.number(), candidate.item(), submission.applicant(), submission.agent(), filed.by());
        return new SubmissionOutcome.Accepted(filed.number(), promised, false);
    }

    private NewCase newCase(Candidate candidate, LicencesHeld held) {
        Submission submission = candidate.submission();
        Form form = candidate.item().applicationForm();
        Form.Split split = form.split(submission.data());
        Organ organ = organs.get(districtOf(submission.data()));
        CaseNumber number = numbers.next();
        return new NewCase(
                number,
                candidate.item(),
                organ.district(),
                organ.uscc(),
                submission.applicant(),
                submission.agent(),
                submission.filedBy(),
                submission.channel(),
                split.open(),
                split.secret(),
                held.mark(submission.materials()),
                submission.agent().isPresent() ? Actor.agent(submission.by()) : Actor.of(submission.by()));
    }

    /** An item handled by the districts asks for one; all others belong to the city. */
    private static District districtOf(ObjectNode data) {
        return new District(data.path(DISTRICT_FIELD).asText("310000"));
    }
}
