package org.haina.service.commitments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.pages.ChineseWords;
import org.springframework.stereotype.Component;

/** What was promised, on a numbered letter of the case that rests on it. */
@Component
class CommitmentLetters {

    private final Documents documents;
    private final ChineseWords zh;
    private final ObjectMapper json;

    CommitmentLetters(Documents documents, ChineseWords zh, ObjectMapper json) {
        this.documents = documents;
        this.zh = zh;
        this.json = json;
    }

    /** @param own true if the applicant signed it, false if somebody who may promise for it */
    void issue(CaseNumber number, CommitmentText text, Instant signedAt, boolean own) {
        ObjectNode content = json.createObjectNode();
        ObjectNode said = content.putObject("commitment")
                .put("promise", text.words().promise())
                .put("check", text.words().check())
                .put("consequence", text.words().consequence())
                .put("basis", text.words().basis())
                .put("signedAt", zh.moment(signedAt))
                .put("version", text.version())
                .put("hash", text.hash());
        if (text.isApproval()) {
            said.put("papers", String.join("、", text.papers()))
                    .put("signer", own ? "本人实名登录后在网上作出" : "由单位书面授权代为承诺的经办人实名登录后在网上作出");
            text.conditions().forEach(said.putArray("conditions")::add);
        } else {
            said.put("material", text.title()).put("duty", text.words().duty());
        }
        documents.issue(
                number, text.isApproval() ? DocumentType.APPROVAL_COMMITMENT : DocumentType.COMMITMENT_LETTER, content);
    }
}
