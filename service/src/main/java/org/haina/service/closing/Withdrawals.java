package org.haina.service.closing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.haina.processes.MessageNames;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.Outbound;
import org.haina.service.pages.ChineseWords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 撤回申请: only before the decision; the applicant may file again. */
@Service
public class Withdrawals {

    private final Cases cases;
    private final Outbound outbound;
    private final Documents documents;
    private final ChineseWords zh;
    private final ObjectMapper json;

    Withdrawals(Cases cases, Outbound outbound, Documents documents, ChineseWords zh, ObjectMapper json) {
        this.cases = cases;
        this.outbound = outbound;
        this.documents = documents;
        this.zh = zh;
        this.json = json;
    }

    /**
     * Withdraws the application at the applicant's word.
     *
     * @throws org.haina.service.edge.Problem if it has been decided already
     */
    @Transactional
    public void withdraw(CaseNumber number, Citizen applicant, String reason) {
        cases.move(number, CaseMove.WITHDRAW, Actor.of(applicant), reason.strip());
        if (!cases.tell(number, MessageNames.APPLICATION_WITHDRAWN, Map.of())) {
            throw new IllegalStateException("The process of case " + number + " does not wait for a withdrawal");
        }
    }

    /** Ends the questions to registers and confirms in writing; the case's clocks ended with the move. */
    void settle(CaseNumber number) {
        outbound.cancelQueries(number);
        TimelineEntry asked = cases.timeline(number).stream()
                .filter(entry -> entry.kind().equals(CaseMove.WITHDRAW.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Case " + number + " was not withdrawn"));
        ObjectNode content = json.createObjectNode();
        content.putObject("withdrawal")
                .put("requestedAt", zh.moment(asked.at()))
                .put("effectiveAt", zh.moment(asked.at()))
                .put("reason", asked.note().isBlank() ? "申请人没有说明" : asked.note())
                .put("materials", "不再使用，按档案规定的期限保存后销毁");
        documents.issue(number, DocumentType.WITHDRAWAL_CONFIRMATION, content);
    }
}
