package org.haina.service.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.catalog.Catalog;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Parties;
import org.haina.service.parties.PartyView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for the head of the organ, oldest first: one query for a page and one for its names. */
@Controller
class ApprovalsController {

    private static final int PAGE = 50;

    /** A proposal with its case. */
    record Row(ExtensionProposal proposal, String item, String applicant) {}

    private final ExtensionProposals proposals;
    private final Catalog catalog;
    private final Parties parties;

    ApprovalsController(ExtensionProposals proposals, Catalog catalog, Parties parties) {
        this.proposals = proposals;
        this.catalog = catalog;
        this.parties = parties;
    }

    @GetMapping("/desk/approvals")
    @MayCall(Who.HEAD)
    String list(Official head, @RequestParam Optional<UUID> after, Model model) {
        List<WaitingProposal> found = proposals.waiting(head, after, PAGE + 1);
        List<WaitingProposal> shown = found.subList(0, Math.min(found.size(), PAGE));
        model.addAttribute("rows", rows(shown));
        model.addAttribute("later", after.isPresent());
        model.addAttribute(
                "next", found.size() > PAGE ? shown.get(PAGE - 1).proposal().id() : null);
        return "procedure/approvals";
    }

    private List<Row> rows(List<WaitingProposal> shown) {
        Map<PartyId, PartyView> names =
                parties.views(shown.stream().map(WaitingProposal::applicant).toList());
        return shown.stream()
                .map(waiting -> new Row(
                        waiting.proposal(),
                        catalog.version(waiting.itemVersion())
                                .definition()
                                .title()
                                .zh(),
                        Optional.ofNullable(names.get(waiting.applicant()))
                                .map(PartyView::name)
                                .orElse("—")))
                .toList();
    }
}
