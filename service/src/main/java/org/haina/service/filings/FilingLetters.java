package org.haina.service.filings;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.haina.forms.Form;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Service;

/** 备案回执, whose number is the number of the filing, or 不予备案告知书 with reasons and remedies. */
@Service
class FilingLetters {

    private static final String NUMBERED = "FILING_NUMBERED";

    private final Cases cases;
    private final Catalog catalog;
    private final Documents documents;
    private final ObjectMapper json;

    FilingLetters(Cases cases, Catalog catalog, Documents documents, ObjectMapper json) {
        this.cases = cases;
        this.catalog = catalog;
        this.documents = documents;
        this.json = json;
    }

    /** Writes once, however often it is called for the case. */
    void write(CaseNumber number) {
        CaseFile file = cases.get(number);
        DocumentType type =
                file.status() == CaseStatus.FILED ? DocumentType.FILING_RECEIPT : DocumentType.FILING_REFUSAL;
        if (documents.of(file).stream().anyMatch(document -> document.type() == type)) {
            return;
        }
        CaseDocument letter = documents.issue(number, type, content(file));
        if (type == DocumentType.FILING_RECEIPT) {
            cases.note(number, NUMBERED, "备案号：" + letter.number(), Actor.SYSTEM);
        }
    }

    private ObjectNode content(CaseFile file) {
        ItemVersion item = catalog.version(file.itemVersion());
        ObjectNode content = json.createObjectNode();
        content.putObject("filing")
                .put("legalBasis", item.definition().citation())
                .put("again", "改正以后，可以重新提交备案。")
                .set("reasons", reasons(cases.timeline(file.number())));
        content.set("subject", subject(file, item));
        return content;
    }

    /** What tells this filing from others: the answers that the item puts forward. */
    private ArrayNode subject(CaseFile file, ItemVersion item) {
        Form form = item.applicationForm();
        ArrayNode subject = json.createArrayNode();
        form.layout()
                .questions()
                .filter(question -> item.definition().promoted().contains(question.field()))
                .filter(question -> file.data().has(question.field()))
                .forEach(question -> subject.addObject()
                        .put("label", question.formalLabel())
                        .put("value", form.words(question, file.data())));
        return subject;
    }

    private ArrayNode reasons(List<TimelineEntry> timeline) {
        ArrayNode reasons = json.createArrayNode();
        timeline.stream()
                .filter(entry -> entry.kind().equals(CaseMove.NOT_FILE.name()))
                .flatMap(entry -> entry.note().lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(reasons::add);
        return reasons;
    }
}
