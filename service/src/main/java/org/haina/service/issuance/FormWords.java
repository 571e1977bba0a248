package org.haina.service.issuance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.haina.forms.Form;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.springframework.stereotype.Component;

/** The answers of a case in words, by field, secrets included: for printing only. */
@Component
class FormWords {

    private final Cases cases;
    private final Catalog catalog;
    private final ObjectMapper json;

    FormWords(Cases cases, Catalog catalog, ObjectMapper json) {
        this.cases = cases;
        this.catalog = catalog;
        this.json = json;
    }

    ObjectNode of(CaseFile file) {
        Form form = catalog.version(file.itemVersion()).applicationForm();
        ObjectNode answers = cases.answers(file);
        ObjectNode words = json.createObjectNode();
        form.layout()
                .questions()
                .filter(question -> answers.has(question.field()))
                .forEach(question -> words.put(question.field(), form.words(question, answers)));
        return words;
    }
}
