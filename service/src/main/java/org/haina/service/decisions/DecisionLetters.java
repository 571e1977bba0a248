package org.haina.service.decisions;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Service;

/** The written decision; a refusal states reasons and remedies (行政许可法 38). */
@Service
class DecisionLetters {

    private final Opinions opinions;
    private final Documents documents;
    private final ObjectMapper json;

    DecisionLetters(Opinions opinions, Documents documents, ObjectMapper json) {
        this.opinions = opinions;
        this.documents = documents;
        this.json = json;
    }

    void write(CaseNumber number) {
        Opinion decision = opinions.decision(number)
                .orElseThrow(() -> new IllegalStateException("Case " + number + " has no decision"));
        DocumentType type =
                decision.outcome().equals("granted") ? DocumentType.DECISION_GRANTED : DocumentType.DECISION_REFUSED;
        documents.issue(
                number,
                type,
                json.createObjectNode()
                        .put("reason", decision.text())
                        .put("decidedBy", decision.name())
                        .put("decidedAt", decision.at().toString()));
    }
}
