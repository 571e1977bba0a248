package org.haina.service.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Service;

/** The written side of intake: what the applicant is told, numbered and kept. */
@Service
class IntakeNotices {

    private final Cases cases;
    private final Corrections corrections;
    private final Documents documents;
    private final ObjectMapper json;

    IntakeNotices(Cases cases, Corrections corrections, Documents documents, ObjectMapper json) {
        this.cases = cases;
        this.corrections = corrections;
        this.documents = documents;
        this.json = json;
    }

    void accepted(CaseNumber number) {
        documents.issue(number, DocumentType.ACCEPTANCE_NOTICE, json.createObjectNode());
    }

    /** 行政许可法 32(4): no notice came in time, so the application counts as accepted from its receipt. */
    void deemedAccepted(CaseNumber number) {
        cases.move(number, CaseMove.DEEM_ACCEPTED, Actor.SYSTEM, "");
        documents.issue(
                number, DocumentType.ACCEPTANCE_NOTICE, json.createObjectNode().put("deemed", true));
    }

    void refused(CaseNumber number) {
        documents.issue(
                number,
                DocumentType.REFUSAL_TO_ACCEPT,
                json.createObjectNode().put("reason", lastNote(cases.timeline(number))));
    }

    void oneTimeNotice(CaseNumber number) {
        ObjectNode content = json.createObjectNode();
        ArrayNode items = content.putArray("items");
        corrections.open(number).ifPresent(correction -> correction
                .marks()
                .forEach(mark -> items.addObject().put("label", mark.label()).put("text", mark.text())));
        documents.issue(number, DocumentType.ONE_TIME_NOTICE, content);
    }

    private static String lastNote(List<TimelineEntry> timeline) {
        return timeline.get(timeline.size() - 1).note();
    }
}
