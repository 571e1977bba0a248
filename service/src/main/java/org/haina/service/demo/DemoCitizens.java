package org.haina.service.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.haina.processes.ItemDefinition.Material;
import org.haina.processes.MessageNames;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.applications.LicenceHoldings;
import org.haina.service.applications.LicencesHeld;
import org.haina.service.applications.Submission;
import org.haina.service.applications.SubmissionOutcome;
import org.haina.service.applications.Submissions;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.Channel;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.closing.DeferralExpiry;
import org.haina.service.closing.Withdrawals;
import org.haina.service.commitments.Commitments;
import org.haina.service.deferrals.Deferrals;
import org.haina.service.intake.Correction;
import org.haina.service.intake.Corrections;
import org.haina.service.issuance.CertificateEnds;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.haina.service.minors.ConsentText;
import org.haina.service.minors.GuardianConsents;
import org.haina.service.parties.Parties;
import org.springframework.transaction.support.TransactionTemplate;

/** The citizens of the demo: they apply, answer notices, withdraw, or let a limit pass. */
@DemoOnly
class DemoCitizens {

    private final Parties parties;
    private final DemoPapers papers;
    private final Commitments commitments;
    private final Deferrals deferrals;
    private final GuardianConsents consents;
    private final DeferralExpiry expiry;
    private final LicenceHoldings licences;
    private final Submissions submissions;
    private final Corrections corrections;
    private final Withdrawals withdrawals;
    private final Cases cases;
    private final Catalog catalog;
    private final CertificateEnds certificates;
    private final DemoRows rows;
    private final TransactionTemplate transaction;

    DemoCitizens(
            Parties parties,
            DemoPapers papers,
            Commitments commitments,
            Deferrals deferrals,
            GuardianConsents consents,
            DeferralExpiry expiry,
            LicenceHoldings licences,
            Submissions submissions,
            Corrections corrections,
            Withdrawals withdrawals,
            Cases cases,
            Catalog catalog,
            CertificateEnds certificates,
            DemoRows rows,
            TransactionTemplate transaction) {
        this.parties = parties;
        this.papers = papers;
        this.commitments = commitments;
        this.deferrals = deferrals;
        this.consents = consents;
        this.expiry = expiry;
        this.licences = licences;
        this.submissions = submissions;
        this.corrections = corrections;
        this.withdrawals = withdrawals;
        this.cases = cases;
        this.catalog = catalog;
        this.certificates = certificates;
        this.rows = rows;
        this.transaction = transaction;
    }

    /** The person's case, if there is one. */
    Optional<CaseNumber> find(DemoCase planned) {
        return rows.find(planned.key());
    }

    /** The person's case, applied for now if there is none yet; empty while what it follows is not granted. */
    Optional<CaseNumber> apply(DemoCase planned) {
        return rows.find(planned.key()).or(() -> isReady(planned) ? file(planned) : Optional.empty());
    }

    private boolean isReady(DemoCase planned) {
        return planned.keyBefore().isEmpty()
                || before(planned)
                        .filter(number -> cases.get(number).status() == CaseStatus.GRANTED)
                        .isPresent();
    }

    private Optional<CaseNumber> before(DemoCase planned) {
        return planned.keyBefore().flatMap(rows::find);
    }

    /** As planned, with the number of the licence that the case before has brought. */
    private ObjectNode answers(DemoCase planned, DemoApplicant applicant) {
        ObjectNode answers = planned.answers(applicant);
        before(planned).flatMap(certificates::numberOf).ifPresent(number -> answers.put("licenceNumber", number));
        return answers;
    }

    private Optional<CaseNumber> file(DemoCase planned) {
        DemoApplicant applicant = DemoApplicant.of(planned.person());
        Citizen citizen = citizen(planned);
        PartyId party = citizen(applicant).party();
        List<SuppliedMaterial> materials = papers(planned, applicant, citizen);
        String key = "demo:" + planned.key();
        LicencesHeld held = licences.of(citizen, key, party, materials);
        return transaction.execute(status -> {
            SubmissionOutcome outcome = submissions.submit(
                    new Submission(
                                    citizen,
                                    planned.itemKey(),
                                    party,
                                    Optional.of(citizen.party()).filter(sender -> !sender.equals(party)),
                                    planned.person().hashCode() % 3 == 0 ? Channel.WEB : Channel.MOBILE,
                                    key,
                                    answers(planned, applicant),
                                    materials)
                            .consenting(consent(planned, party)),
                    held);
            if (outcome instanceof SubmissionOutcome.Accepted accepted) {
                rows.insert(planned.key(), accepted.number());
                return Optional.of(accepted.number());
            }
            throw new IllegalStateException("Not taken: " + outcome);
        });
    }

    /** A guardian consents to what is asked of him. */
    private Optional<String> consent(DemoCase planned, PartyId applicant) {
        return consents.needed(catalog.current(planned.itemKey()), applicant).map(ConsentText::hash);
    }

    /** Every paper that the item asks for. */
    private List<SuppliedMaterial> papers(DemoCase planned, DemoApplicant applicant, Citizen citizen) {
        if (planned.form() == null) {
            return papers.all(applicant, citizen);
        }
        ItemVersion item = catalog.current(planned.itemKey());
        boolean whole = planned.until() == CaseStatus.GRANTED; // no grant before what follows later is there
        List<SuppliedMaterial> owed = item.definition().materials().stream()
                .filter(Material::isOwed)
                .filter(material -> whole || material.deferral() == null)
                .map(material -> material.key().equals("photo")
                        ? papers.photo(applicant, citizen)
                        : papers.paper(material.key(), material.title().en(), citizen))
                .toList();
        return Stream.of(
                        owed.stream(),
                        promises(item, planned.answers(applicant)),
                        whole ? Stream.<SuppliedMaterial>empty() : later(item))
                .flatMap(pieces -> pieces)
                .toList();
    }

    /** What may be promised is promised, where the answers ask for it at all. */
    private Stream<SuppliedMaterial> promises(ItemVersion item, ObjectNode answers) {
        return commitments.offered(item).stream()
                .filter(text -> item.applicationForm().checkFiles(answers, Set.of()).stream()
                        .anyMatch(finding -> finding.pointer().endsWith("/" + text.material())))
                .map(text -> new SuppliedMaterial(text.material(), SuppliedMaterial.Source.COMMITMENT, text.hash()));
    }

    /** What may follow after the acceptance follows. */
    private Stream<SuppliedMaterial> later(ItemVersion item) {
        return deferrals.offered(item).stream()
                .map(text -> new SuppliedMaterial(text.material(), SuppliedMaterial.Source.DEFERRED, text.hash()));
    }

    /** Who sends it: the person, or the guardian. */
    Citizen citizen(DemoCase planned) {
        return citizen(DemoApplicant.of(planned.guardian() == null ? planned.person() : planned.guardian()));
    }

    private Citizen citizen(DemoApplicant applicant) {
        return new Citizen(parties.recordCitizen(applicant.idType(), applicant.idNumber(), applicant.name()), 3);
    }

    /** Supplies exactly what the open notice asks for. */
    void answer(DemoCase planned, CaseFile file) {
        DemoApplicant applicant = DemoApplicant.of(planned.person());
        Citizen citizen = citizen(planned);
        Correction open = corrections.open(file.number()).orElseThrow();
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        open.fields().forEach(field -> answers.set(field, applicant.form().path(field)));
        List<SuppliedMaterial> supplied = open.materials().stream()
                .map(key ->
                        key.equals("photo") ? papers.photo(applicant, citizen) : papers.paper(key, "PAPER", citizen))
                .toList();
        var findings = corrections.answer(file.number(), answers, supplied, citizen);
        if (!findings.isEmpty()) {
            throw new IllegalStateException("The answer has findings: " + findings.size());
        }
    }

    void withdraw(DemoCase planned, CaseFile file) {
        withdrawals.withdraw(file.number(), citizen(planned), planned.text());
    }

    /** What the sweep does on the last day, told today. */
    void letCorrectionExpire(CaseFile file) {
        if (!cases.tell(file.number(), MessageNames.CORRECTION_EXPIRED, Map.of())) {
            throw new IllegalStateException("Nobody waits for the end of a correction");
        }
    }

    /** As {@link #letCorrectionExpire}, for a paper promised for after the acceptance. */
    void letDeferralExpire(CaseFile file) {
        expiry.expire(file.number());
    }
}
