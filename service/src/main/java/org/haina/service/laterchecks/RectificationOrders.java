package org.haina.service.laterchecks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.pages.ChineseWords;
import org.springframework.stereotype.Component;

/** 责令限期整改通知书: what was not kept, until when it is to be put right, on what basis, and the remedies. */
@Component
class RectificationOrders {

    private final LaterChecks checks;
    private final Promises promises;
    private final Documents documents;
    private final ChineseWords zh;
    private final ObjectMapper json;

    RectificationOrders(
            LaterChecks checks, Promises promises, Documents documents, ChineseWords zh, ObjectMapper json) {
        this.checks = checks;
        this.promises = promises;
        this.documents = documents;
        this.zh = zh;
        this.json = json;
    }

    void write(CaseNumber number) {
        LocalDate until = checks.order(number);
        ObjectNode content = json.createObjectNode();
        ArrayNode facts = content.putObject("order")
                .put("until", zh.day(until))
                .put("basis", promises.basis(number))
                .putArray("facts");
        checks.get(number)
                .finding()
                .orElseThrow()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(facts::add);
        documents.issue(number, DocumentType.RECTIFICATION_ORDER, content);
    }
}
