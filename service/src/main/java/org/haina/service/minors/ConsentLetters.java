package org.haina.service.minors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.pages.ChineseWords;
import org.haina.service.parties.Parties;
import org.springframework.stereotype.Component;

/** 监护人同意书: a consent on paper, word for word, among the documents of its case. */
@Component
class ConsentLetters {

    private final Documents documents;
    private final Parties parties;
    private final ChineseWords zh;

    ConsentLetters(Documents documents, Parties parties, ChineseWords zh) {
        this.documents = documents;
        this.parties = parties;
        this.zh = zh;
    }

    void issue(CaseNumber number, GuardianConsent consent) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        ObjectNode said = content.putObject("consent")
                .put("guardian", parties.name(consent.guardian()))
                .put("guardianId", parties.get(consent.guardian()).idNumber())
                .put("givenAt", zh.moment(consent.givenAt()))
                .put("version", consent.version())
                .put("hash", consent.hash());
        consent.lines().forEach(said.putArray("lines")::add);
        documents.issue(number, DocumentType.GUARDIAN_CONSENT, content);
    }
}
