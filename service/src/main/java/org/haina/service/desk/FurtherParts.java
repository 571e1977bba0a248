package org.haina.service.desk;

import java.util.List;
import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.Visibilities;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseLists;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.deliveries.Deliveries;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.Documents;
import org.haina.service.minors.GuardianConsents;
import org.haina.service.outbound.OutboundLedger;
import org.haina.service.workflow.StuckSteps;
import org.springframework.stereotype.Component;

/** Documents, diagram, calls to others, the applicant's other cases, and a guardian's consent. */
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

    FurtherParts(
            Documents documents,
            Deliveries deliveries,
            DiagramSheets diagrams,
            OutboundLedger calls,
            StuckSteps stuck,
            CaseLists lists,
            Visibilities visibilities,
            Catalog catalog,
            GuardianConsents consents) {
        this.documents = documents;
        this.deliveries = deliveries;
        this.diagrams = diagrams;
        this.calls = calls;
        this.stuck = stuck;
        this.lists = lists;
        this.visibilities = visibilities;
        this.catalog = catalog;
        this.consents = consents;
    }

    CasePage.More of(CaseFile file, ItemVersion version, Official official) {
        List<CaseDocument> issued = documents.of(file);
        return new CasePage.More(
                issued,
                deliveries.of(file, issued),
                diagrams.of(file, version),
                calls.of(file.number()),
                stuck.of(file.number()),
                earlier(file, official),
                consents.of(file.number()),
                file.closedAt().isPresent() && official.has(Role.SUPERVISOR));
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
