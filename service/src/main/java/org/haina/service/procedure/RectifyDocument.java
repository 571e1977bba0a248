package org.haina.service.procedure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Organs;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 更正: a slip of the pen in a document that was issued; the document stays and a notice is added to it. */
@Component
@Order(5)
class RectifyDocument implements CaseAct {

    private final Cases cases;
    private final Documents documents;
    private final Organs organs;
    private final ObjectMapper json;

    RectifyDocument(Cases cases, Documents documents, Organs organs, ObjectMapper json) {
        this.cases = cases;
        this.documents = documents;
        this.organs = organs;
        this.json = json;
    }

    @Override
    public String key() {
        return "rectification";
    }

    @Override
    public String label() {
        return "更正文书笔误";
    }

    @Override
    public String explain() {
        return "只更正写错的文字，不改变决定、理由和期限。原文书保留，更正通知书随即编号制发，申请人会看到。";
    }

    @Override
    public boolean isOfActingOrgan() {
        return false;
    }

    @Override
    public boolean isOpen(Situation situation, Official official) {
        return CaseActs.handles(official)
                && CaseMove.RECTIFY.isAllowedFrom(situation.file().status())
                && !situation.documents().isEmpty();
    }

    @Override
    public List<Field> fields(CaseFile file, Official official) {
        return List.of(
                Field.choice(
                        "document",
                        "要更正的文书",
                        documents.of(file).stream()
                                .filter(document -> document.org().equals(official.org()))
                                .map(document -> new Field.Option(document.id().toString(), title(document)))
                                .toList()),
                Field.line("wrong", "原文", "照抄文书上写错的文字。"),
                Field.line("right", "更正为", "只写正确的文字。"),
                Field.text("reason", "说明", "写明怎么发现、为什么是笔误。申请人会看到。"));
    }

    private static String title(CaseDocument document) {
        return "%s（%s）".formatted(document.title(), document.number());
    }

    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return CaseActs.isLast(cases, file.number(), CaseMove.RECTIFY, note(chosen(file, input), input), official);
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        CaseDocument wrong = chosen(file, input);
        cases.move(file.number(), CaseMove.RECTIFY, Actor.of(official), note(wrong, input));
        ObjectNode content = json.createObjectNode();
        content.putObject("rectification")
                .put("document", wrong.title())
                .put("number", wrong.number())
                .put("wrong", input.get("wrong"))
                .put("right", input.get("right"))
                .put("reason", input.get("reason"));
        documents.issue(
                file.number(),
                DocumentType.RECTIFICATION_NOTICE,
                content,
                organs.byCode(wrong.org()).orElseThrow());
    }

    private CaseDocument chosen(CaseFile file, ActInput input) {
        return documents.of(file).stream()
                .filter(document -> document.id().toString().equals(input.get("document")))
                .findFirst()
                .orElseThrow(Cases::unknown);
    }

    private static String note(CaseDocument wrong, ActInput input) {
        return "%s：“%s”更正为“%s”。%s".formatted(title(wrong), input.get("wrong"), input.get("right"), input.get("reason"));
    }
}
