package org.haina.service.procedure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.clock.LedgerEntry;
import org.haina.service.clock.LedgerEntry.Act;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.pages.ChineseWords;
import org.haina.service.procedure.ExtensionProposal.Outcome;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The head approves or refuses an extension (行政许可法 42); never the one who asked for it. */
@Component
@Order(2)
class DecideExtension implements CaseAct {

    private final Extensions extensions;
    private final ExtensionProposals proposals;
    private final Cases cases;
    private final CaseClocks clocks;
    private final Documents documents;
    private final ChineseWords zh;
    private final ObjectMapper json;

    DecideExtension(
            Extensions extensions,
            ExtensionProposals proposals,
            Cases cases,
            CaseClocks clocks,
            Documents documents,
            ChineseWords zh,
            ObjectMapper json) {
        this.extensions = extensions;
        this.proposals = proposals;
        this.cases = cases;
        this.clocks = clocks;
        this.documents = documents;
        this.zh = zh;
        this.json = json;
    }

    @Override
    public String key() {
        return "extension-decision";
    }

    @Override
    public String label() {
        return "审批延长办理期限";
    }

    @Override
    public String explain() {
        return "批准后，办理期限按规定延长一次，延长期限告知书随即编号制发，申请人会看到理由和新的日期。不批准的，期限不变。";
    }

    @Override
    public boolean isOpen(Situation situation, Official official) {
        return official.has(Role.HEAD)
                && extensions.isPossible(situation)
                && situation
                        .openProposal()
                        .filter(open -> !open.proposedBy().equals(official.account()))
                        .isPresent();
    }

    @Override
    public Optional<ExtensionProposal> request(Situation situation) {
        return situation.openProposal();
    }

    @Override
    public List<Field> fields(CaseFile file, Official official) {
        return List.of(
                Field.choice(
                        "outcome",
                        "审批意见",
                        List.of(
                                new Field.Option(Outcome.APPROVED.name(), Outcome.APPROVED.label()),
                                new Field.Option(Outcome.REFUSED.name(), Outcome.REFUSED.label()))),
                Field.text("opinion", "说明", "不批准的，请写明原因，供经办人员改进；申请人不会看到。").unlessNeeded());
    }

    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return proposals
                .last(file.number())
                .filter(last ->
                        last.decidedBy().filter(official.account()::equals).isPresent()
                                && last.outcome()
                                        .filter(outcome -> outcome.name().equals(input.get("outcome")))
                                        .isPresent())
                .isPresent();
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        Outcome outcome = Outcome.valueOf(input.get("outcome"));
        if (outcome == Outcome.REFUSED && input.get("opinion").isEmpty()) {
            throw Problem.invalid("不批准的，请写明原因。", Map.of("opinion", "请写明不批准的原因"));
        }
        ExtensionProposal proposal = proposals.open(file.number()).orElseThrow(Cases::unknown);
        proposals.decide(proposal.id(), outcome, input.get("opinion"), official);
        if (outcome == Outcome.APPROVED) {
            extend(file.number(), proposal, official);
        }
        extensions.record(outcome == Outcome.APPROVED ? "approve" : "refuse", file.number(), official.account());
    }

    /** The ledger names the document by which the applicant is told, and the document the day the ledger gives. */
    private void extend(CaseNumber number, ExtensionProposal proposal, Official head) {
        UUID document = UUID.randomUUID();
        ObjectNode content = json.createObjectNode();
        ObjectNode extension = content.putObject("extension")
                .put("reason", proposal.reason())
                .put(
                        "before",
                        clocks.deadline(number, ClockName.DECISION)
                                .map(deadline -> zh.day(deadline.target()) + deadline.mark())
                                .orElseThrow());
        cases.moveInWriting(number, CaseMove.EXTEND, Actor.head(head), "理由：" + proposal.reason(), document);
        LedgerEntry entry = clocks.ledger(number).stream()
                .filter(line -> line.act() == Act.EXTENDED)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        extension.put("legalBasis", entry.basis());
        if (entry.limit() != null) {
            extension.put("length", entry.limit().label());
        }
        documents.issue(document, number, DocumentType.EXTENSION_NOTICE, content);
    }
}
