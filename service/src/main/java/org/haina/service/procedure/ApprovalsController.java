package org.haina.service.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.cases.CaseAccess;
import org.haina.service.catalog.Catalog;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Ages;
import org.haina.service.parties.Parties;
import org.haina.service.parties.PartyView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What waits for the head of the organ, oldest first: one query for a page, one for its names and one for their ages. Only of minors
 * each case is asked for: what is written of a child is read upon an approval.
 */
@Controller
class ApprovalsController {

    private static final int PAGE = 50;

    /**
     * A proposal with its case.
     *
     * @param reason empty if the case may not be read
     */
    record Row(ExtensionProposal proposal, String item, String applicant, Optional<String> reason) {}

    private final ExtensionProposals proposals;
    private final Catalog catalog;
    private final Parties parties;
    private final Ages ages;
    private final CaseAccess access;

    ApprovalsController(ExtensionProposals proposals, Catalog catalog, Parties parties, Ages ages, CaseAccess access) {
        this.proposals = proposals;
        this.catalog = catalog;
        this.parties = parties;
        this.ages = ages;
        this.access = access;
    }

    @GetMapping("/desk/approvals")
    @MayCall(Who.HEAD)
    String list(Official head, @RequestParam Optional<UUID> after, Model model) {
        List<WaitingProposal> found = proposals.waiting(head, after, PAGE + 1);
        List<WaitingProposal> shown = found.subList(0, Math.min(found.size(), PAGE));
        model.addAttribute("rows", rows(shown, head));
        model.addAttribute("later", after.isPresent());
        model.addAttribute(
                "next", found.size() > PAGE ? shown.get(PAGE - 1).proposal().id() : null);
        return "procedure/approvals";
    }

    private List<Row> rows(List<WaitingProposal> shown, Official head) {
        List<PartyId> applicants =
                shown.stream().map(WaitingProposal::applicant).toList();
        Map<PartyId, PartyView> names = parties.views(applicants);
        Set<PartyId> minors = ages.minors(applicants);
        return shown.stream()
                .map(waiting -> new Row(
                        waiting.proposal(),
                        catalog.version(waiting.itemVersion())
                                .definition()
                                .title()
                                .zh(),
                        Optional.ofNullable(names.get(waiting.applicant()))
                                .map(PartyView::name)
                                .orElse("—"),
                        Optional.of(waiting.proposal())
                                .filter(proposal -> !minors.contains(waiting.applicant())
                                        || access.isReadable(proposal.number(), head))
                                .map(ExtensionProposal::reason)))
                .toList();
    }
}
