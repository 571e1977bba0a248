package org.haina.service.procedure;

import java.util.List;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.parties.Parties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for the head of the organ, oldest first. */
@Controller
class ApprovalsController {

    /** A proposal with its case. */
    record Row(ExtensionProposal proposal, String item, String applicant) {}

    private final ExtensionProposals proposals;
    private final Cases cases;
    private final Catalog catalog;
    private final Parties parties;

    ApprovalsController(ExtensionProposals proposals, Cases cases, Catalog catalog, Parties parties) {
        this.proposals = proposals;
        this.cases = cases;
        this.catalog = catalog;
        this.parties = parties;
    }

    @GetMapping("/desk/approvals")
    @MayCall(Who.HEAD)
    String list(Official head, Model model) {
        List<String> extendable =
                CaseMove.EXTEND.from().stream().map(Enum::name).toList();
        model.addAttribute(
                "rows",
                proposals.waiting(head, extendable).stream().map(this::row).toList());
        return "procedure/approvals";
    }

    private Row row(ExtensionProposal proposal) {
        CaseFile file = cases.get(proposal.number());
        return new Row(
                proposal,
                catalog.version(file.itemVersion()).definition().title().zh(),
                parties.maskedName(file.applicant()));
    }
}
