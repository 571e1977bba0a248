package org.haina.service.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.Visibilities;
import org.haina.service.applications.Continuations;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseLists;
import org.haina.service.cases.CaseStatus;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.deliveries.Deliveries;
import org.haina.service.deliveries.Delivery;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.minors.GuardianConsents;
import org.haina.service.outbound.OutboundLedger;
import org.haina.service.workflow.StuckSteps;
import org.haina.service.yearlychecks.YearlyChecks;
import org.springframework.stereotype.Component;

/** Documents, diagram, calls to others, the applicant's other cases, a guardian's consent, and yearly checks. */
@Component
class FurtherParts {

    private static final int OTHERS = 20;

    private final Documents documents;
    private final Deliveries deliveries;
    private final DiagramSheets diagrams;
    private final OutboundLedger calls;
    private final StuckSteps stuck;
    private final CaseLists lists;
    private final Visibilities visibilities;
    private final Catalog catalog;
    private final GuardianConsents consents;
    private final Continuations continuations;
    private final YearlyChecks yearly;

    FurtherParts(
            Documents documents,
            Deliveries deliveries,
            DiagramSheets diagrams,
            OutboundLedger calls,
            StuckSteps stuck,
            CaseLists lists,
            Visibilities visibilities,
            Catalog catalog,
            GuardianConsents consents,
            Continuations continuations,
            YearlyChecks yearly) {
        this.documents = documents;
        this.deliveries = deliveries;
        this.diagrams = diagrams;
        this.calls = calls;
        this.stuck = stuck;
        this.lists = lists;
        this.visibilities = visibilities;
        this.catalog = catalog;
        this.consents = consents;
        this.continuations = continuations;
        this.yearly = yearly;
    }

    CasePage.More of(CaseFile file, ItemVersion version, Official official) {
        List<CaseDocument> issued = documents.of(file);
        Map<UUID, Delivery> served = deliveries.of(file, issued);
        List<CasePage.Earlier> earlier = earlier(file, official);
        return new CasePage.More(
                issued,
                served,
                deliveries.waiting(issued, served),
                diagrams.of(file, version),
                calls.of(file.number()),
                stuck.of(file.number()),
                earlier,
                consents.of(file.number()),
                file.closedAt().isPresent() && official.has(Role.SUPERVISOR),
                file.closedAt().isPresent() ? yearly.of(file.number()) : List.of(),
                goesOnAs(file, earlier));
    }

    private Optional<CaseNumber> goesOnAs(CaseFile file, List<CasePage.Earlier> seen) {
        return file.status() == CaseStatus.TRANSFERRED
                ? continuations.of(file.number()).filter(next -> seen.stream()
                        .anyMatch(other -> other.file().number().equals(next)))
                : Optional.empty();
    }

    /** Cases of other districts are not even counted. */
    private List<CasePage.Earlier> earlier(CaseFile file, Official official) {
        return lists.of(visibilities.of(official), file.applicant(), Optional.empty(), OTHERS).stream()
                .filter(other -> !other.number().equals(file.number()))
                .map(other -> new CasePage.Earlier(
                        other,
                        catalog.version(other.itemVersion())
                                .definition()
                                .title()
                                .zh()))
                .toList();
    }
}
