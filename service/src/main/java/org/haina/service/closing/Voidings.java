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
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.Outbound;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 作废办结: void in business, such as filed twice. No decision, so only before one; the head answers for it. */
@Service
public class Voidings {

    private final Cases cases;
    private final Workflow workflow;
    private final Outbound outbound;
    private final Documents documents;
    private final Audit audit;
    private final ObjectMapper json;

    Voidings(Cases cases, Workflow workflow, Outbound outbound, Documents documents, Audit audit, ObjectMapper json) {
        this.cases = cases;
        this.workflow = workflow;
        this.outbound = outbound;
        this.documents = documents;
        this.audit = audit;
        this.json = json;
    }

    /**
     * Ends a case, its clocks, its questions to registers and its process, and tells the applicant in writing.
     *
     * @param reason as the applicant reads it
     * @throws org.haina.service.edge.Problem if it has been decided already
     */
    @Transactional
    public void voidCase(CaseNumber number, Official head, String reason) {
        CaseFile voided = cases.move(number, CaseMove.VOID, Actor.head(head), reason);
        outbound.cancelQueries(number);
        voided.processInstance().ifPresent(root -> workflow.end(root, CaseMove.VOID.name()));
        ObjectNode content = json.createObjectNode();
        content.putObject("voiding").put("reason", reason);
        documents.issue(number, DocumentType.VOIDING_NOTICE, content);
        audit.record(new AuditEntry(head.account(), "case.close", "case", number, Map.of("ending", "voided")));
    }
}
