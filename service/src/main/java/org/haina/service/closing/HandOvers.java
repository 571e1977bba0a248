package org.haina.service.closing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.haina.service.access.Caller.Official;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.Outbound;
import org.haina.service.pages.ChineseWords;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 转报: an application that belongs to another office is offered to it. Until the other office has acknowledged it, the
 * limits of the first run on; then the case ends here and the applicant is told in writing where it goes on.
 */
@Service
public class HandOvers {

    private final Cases cases;
    private final Workflow workflow;
    private final Outbound outbound;
    private final Documents documents;
    private final Organs organs;
    private final Audit audit;
    private final ChineseWords zh;
    private final ObjectMapper json;

    HandOvers(
            Cases cases,
            Workflow workflow,
            Outbound outbound,
            Documents documents,
            Organs organs,
            Audit audit,
            ChineseWords zh,
            ObjectMapper json) {
        this.cases = cases;
        this.workflow = workflow;
        this.outbound = outbound;
        this.documents = documents;
        this.organs = organs;
        this.audit = audit;
        this.zh = zh;
        this.json = json;
    }

    /**
     * Offers a case to another organ, whose officials see it from now on.
     *
     * @param note as the applicant reads it: to whom and why
     * @throws org.haina.service.edge.Problem if it has been examined already
     */
    @Transactional
    public void offer(CaseNumber number, Organ to, Official clerk, String note) {
        cases.move(number, CaseMove.HAND_OVER, Actor.of(clerk), note);
        cases.involve(number, to.uscc());
        cases.handTo(number, to.uscc());
    }

    /** The other organ will not have it: the case is with the first again, whose limits never stood. */
    @Transactional
    public void giveBack(CaseNumber number, Official clerk, String reason) {
        cases.move(number, CaseMove.RETURN_HAND_OVER, Actor.of(clerk), reason);
    }

    /**
     * The other organ has it: clocks, questions to registers and process end here.
     *
     * @param next number of the case that goes on there
     */
    @Transactional
    public void acknowledge(CaseNumber number, CaseNumber next, Official clerk, String note) {
        CaseFile ended = cases.move(number, CaseMove.ACKNOWLEDGE_HAND_OVER, Actor.of(clerk), note);
        outbound.cancelQueries(number);
        ended.processInstance().ifPresent(root -> workflow.end(root, CaseMove.ACKNOWLEDGE_HAND_OVER.name()));
        ObjectNode content = json.createObjectNode();
        content.putObject("transfer")
                .put("organ", organ(ended.acting()).name())
                .put("reason", offered(number))
                .put("acknowledgedOn", zh.day(ended.closedAt().orElseThrow()))
                .put("number", next.value())
                .put("note", note);
        documents.issue(number, DocumentType.TRANSFER_NOTICE, content, organ(ended.org()));
        audit.record(new AuditEntry(clerk.account(), "case.close", "case", number, Map.of("ending", "transferred")));
    }

    private String offered(CaseNumber number) {
        return cases.timeline(number).stream()
                .filter(entry -> entry.kind().equals(CaseMove.HAND_OVER.name()))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("Case " + number + " was not handed over"))
                .note();
    }

    private Organ organ(String uscc) {
        return organs.byCode(uscc).orElseThrow(() -> new IllegalStateException("No organ " + uscc));
    }
}
