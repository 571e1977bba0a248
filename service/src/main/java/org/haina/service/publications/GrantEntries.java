package org.haina.service.publications;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.haina.forms.Form;
import org.haina.processes.AfterGrant.Publication;
import org.haina.processes.ItemDefinition;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.issuance.CertificateStandings;
import org.haina.service.issuance.CertificateStandings.Standing;
import org.haina.service.keys.CaseNumber;
import org.haina.service.parties.Ages;
import org.haina.service.parties.Parties;
import org.haina.service.publications.PublishedGrant.Fact;
import org.springframework.stereotype.Component;

/** Makes the entry of a case from what is true of it now: the one place that decides what becomes public, and how masked. */
@Component
class GrantEntries {

    private static final Set<CaseStatus> GRANTED = EnumSet.of(
            CaseStatus.GRANTED,
            CaseStatus.GRANT_WITHDRAWN,
            CaseStatus.ANNULLED,
            CaseStatus.REVOKED,
            CaseStatus.CANCELLED);

    private static final Set<DocumentType> ENDS = EnumSet.of(
            DocumentType.GRANT_WITHDRAWAL_DECISION,
            DocumentType.ANNULMENT_DECISION,
            DocumentType.REVOCATION_DECISION,
            DocumentType.CANCELLATION_DECISION);

    /** Letters after which a grant is no more; that it is cancelled later on ends nothing. */
    private static final Map<DocumentType, GrantState> LOST = Map.of(
            DocumentType.GRANT_WITHDRAWAL_DECISION, GrantState.WITHDRAWN,
            DocumentType.ANNULMENT_DECISION, GrantState.ANNULLED,
            DocumentType.REVOCATION_DECISION, GrantState.REVOKED);

    private final Cases cases;
    private final Catalog catalog;
    private final Documents documents;
    private final CertificateStandings certificates;
    private final Parties parties;
    private final Ages ages;
    private final Clock clock;

    GrantEntries(
            Cases cases,
            Catalog catalog,
            Documents documents,
            CertificateStandings certificates,
            Parties parties,
            Ages ages,
            Clock clock) {
        this.cases = cases;
        this.catalog = catalog;
        this.documents = documents;
        this.certificates = certificates;
        this.parties = parties;
        this.ages = ages;
        this.clock = clock;
    }

    /** Empty for what is not granted, not delivered, not published by its item, or a minor's. */
    Optional<PublishedGrant> of(CaseNumber number) {
        CaseFile file = cases.get(number);
        return publication(file)
                .filter(declared -> declared.publishes() && GRANTED.contains(file.status()))
                .flatMap(declared -> {
                    List<CaseDocument> letters = documents.of(file);
                    return last(letters, EnumSet.of(DocumentType.DECISION_GRANTED, DocumentType.DEEMED_RENEWAL))
                            .filter(decision -> !isMinor(file, decision))
                            .map(decision -> entry(file, declared, letters, decision));
                });
    }

    /** True if there is nothing that says whether it is to be published: it was once, and the item is offered no more. */
    boolean isUndeclared(CaseNumber number) {
        CaseFile file = cases.get(number);
        return definition(file).publication() == null
                && catalog.find(file.item()).isEmpty();
    }

    /** On the day of the decision, as far as the number tells; where it tells nothing, as a guardian does. */
    private boolean isMinor(CaseFile file, CaseDocument decision) {
        return parties.isMinor(file.applicant(), day(decision.issuedAt())) || ages.isMinor(file.applicant());
    }

    /** As the case was filed under, or, where that did not say yet, as the item is offered now. */
    private Optional<Publication> publication(CaseFile file) {
        return Optional.ofNullable(definition(file).publication()).or(() -> catalog.find(file.item())
                .flatMap(offered -> Optional.ofNullable(offered.definition().publication())));
    }

    private ItemDefinition definition(CaseFile file) {
        return catalog.version(file.itemVersion()).definition();
    }

    private PublishedGrant entry(
            CaseFile file, Publication declared, List<CaseDocument> letters, CaseDocument decision) {
        Course course = course(file, letters);
        return new PublishedGrant(
                UUID.randomUUID(),
                file.item().value(),
                definition(file).title().zh(),
                decision.org(),
                parties.isOrganisation(file.applicant()),
                parties.maskedName(file.applicant()),
                decision.number(),
                day(decision.issuedAt()),
                certificates.of(file.number()).flatMap(Standing::validUntil),
                facts(file, declared),
                course.state(),
                course.endedOn(),
                course.endedBy(),
                last(letters, EnumSet.of(DocumentType.RECTIFICATION_NOTICE)).map(CaseDocument::number));
    }

    private List<Fact> facts(CaseFile file, Publication declared) {
        ItemVersion item = catalog.version(file.itemVersion());
        Form form = item.applicationForm();
        return form.layout()
                .questions()
                .filter(question -> declared.answers().contains(question.field()))
                .filter(question -> file.data().has(question.field()))
                .map(question -> new Fact(question.formalLabel(), form.words(question, file.data())))
                .toList();
    }

    private record Course(GrantState state, Optional<LocalDate> endedOn, Optional<String> endedBy) {}

    private Course course(CaseFile file, List<CaseDocument> letters) {
        Optional<Standing> standing = certificates.of(file.number());
        Optional<CaseFile> reissued =
                standing.flatMap(Standing::successor).map(cases::get).filter(later -> !isGrant(later));
        if (file.status() == CaseStatus.GRANTED && reissued.isPresent()) {
            // 补发, 换发: another paper for the same grant, which ends where that paper ends.
            return course(reissued.get(), documents.of(reissued.get()));
        }
        GrantState state = state(file);
        if (state == GrantState.IN_FORCE) {
            return new Course(state, Optional.empty(), Optional.empty());
        }
        Optional<Course> lost = state == GrantState.CANCELLED ? lost(letters) : Optional.empty();
        if (lost.isPresent()) {
            return lost.get();
        }
        Optional<CaseDocument> letter = state == GrantState.REPLACED ? Optional.empty() : last(letters, ENDS);
        LocalDate ended = letter.map(CaseDocument::issuedAt)
                .or(() -> standing.flatMap(Standing::endedAt))
                .map(this::day)
                .orElseGet(() -> LocalDate.now(clock));
        return new Course(state, Optional.of(ended), letter.map(CaseDocument::number));
    }

    private boolean isGrant(CaseFile file) {
        return definition(file).shape() != ItemDefinition.Shape.REQUEST;
    }

    private GrantState state(CaseFile file) {
        return switch (file.status()) {
            case GRANT_WITHDRAWN -> GrantState.WITHDRAWN;
            case ANNULLED -> GrantState.ANNULLED;
            case REVOKED -> GrantState.REVOKED;
            case CANCELLED -> GrantState.CANCELLED;
            default -> certificates.isReplaced(file.number()) ? GrantState.REPLACED : GrantState.IN_FORCE;
        };
    }

    private Optional<Course> lost(List<CaseDocument> letters) {
        return letters.stream()
                .flatMap(letter -> Optional.ofNullable(LOST.get(letter.type())).stream()
                        .map(state ->
                                new Course(state, Optional.of(day(letter.issuedAt())), Optional.of(letter.number()))))
                .findFirst();
    }

    private static Optional<CaseDocument> last(List<CaseDocument> letters, Set<DocumentType> types) {
        return letters.stream().filter(letter -> types.contains(letter.type())).reduce((earlier, later) -> later);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
