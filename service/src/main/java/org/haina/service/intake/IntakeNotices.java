package org.haina.service.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.haina.processes.ItemDefinition;
import org.haina.processes.ItemDefinition.Shape;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.catalog.Catalog;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.deferrals.DeferredPapers;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.pages.ChineseWords;
import org.springframework.stereotype.Service;

/** The written side of intake: what the applicant is told, numbered and kept. */
@Service
class IntakeNotices {

    private final Cases cases;
    private final Corrections corrections;
    private final DeferredPapers deferred;
    private final PapersInstead instead;
    private final Documents documents;
    private final Catalog catalog;
    private final CaseClocks clocks;
    private final ChineseWords zh;
    private final ObjectMapper json;

    IntakeNotices(
            Cases cases,
            Corrections corrections,
            DeferredPapers deferred,
            PapersInstead instead,
            Documents documents,
            Catalog catalog,
            CaseClocks clocks,
            ChineseWords zh,
            ObjectMapper json) {
        this.cases = cases;
        this.corrections = corrections;
        this.deferred = deferred;
        this.instead = instead;
        this.documents = documents;
        this.catalog = catalog;
        this.clocks = clocks;
        this.zh = zh;
        this.json = json;
    }

    /** A filing is answered by its receipt or by reasons against it; nothing is accepted in writing before. */
    void accepted(CaseNumber number) {
        CaseFile file = cases.get(number);
        if (item(file).shape() != Shape.RECORD_FILING) {
            issueAcceptance(file, content(file), basis(file, "《中华人民共和国行政许可法》第三十二条第一款第五项"));
        }
    }

    /** 行政许可法 32(4): no notice came in time, so the application counts as accepted from its receipt. */
    void deemedAccepted(CaseNumber number) {
        CaseFile file = cases.move(number, CaseMove.DEEM_ACCEPTED, Actor.SYSTEM, "");
        ObjectNode content = instead.ask(number).map(this::owed).orElseGet(() -> content(file));
        issueAcceptance(file, content, "《中华人民共和国行政许可法》第三十二条第一款第四项（逾期不告知，自收件之日起即为受理）");
    }

    private ObjectNode content(CaseFile file) {
        Optional<DeferredPapers.Missing> missing = deferred.accepted(file);
        return content(
                missing.map(IntakeNotices::incomplete).orElse("材料齐全，符合法定形式"),
                missing.map(this::stillToCome).orElse("受理后不再要求您补充申请材料"));
    }

    /** Nothing is deferred and nothing approved upon a word that nobody relies on: the paper itself is owed, and no more. */
    private ObjectNode owed(List<CorrectionMark> marks) {
        String titles = DeniedMarks.titles(marks);
        return content(
                "有失信信息，书面承诺不能适用，" + titles + "还没有提交", "请在作出决定以前补交" + titles + "，没有补交的不会准予；补交的方法见办件页面。除此以外不再要求您补充申请材料");
    }

    private ObjectNode content(String finding, String papers) {
        ObjectNode content = json.createObjectNode();
        content.putObject("acceptance").put("finding", finding).put("papers", papers);
        return content;
    }

    private void issueAcceptance(CaseFile file, ObjectNode content, String basis) {
        ObjectNode acceptance = content.withObject("acceptance").put("legalBasis", basis);
        file.acceptedAt().ifPresent(at -> acceptance.put("acceptedOn", zh.day(at)));
        documents.issue(file.number(), DocumentType.ACCEPTANCE_NOTICE, content);
    }

    private static String incomplete(DeferredPapers.Missing missing) {
        return "基本条件符合，主要材料齐全，次要材料" + missing.titles() + "容缺受理";
    }

    private String stillToCome(DeferredPapers.Missing missing) {
        return "请最迟在" + zh.day(missing.due()) + "（含当天）补交" + missing.titles() + "，详见容缺受理告知承诺书；除此以外不再要求您补充申请材料";
    }

    void refused(CaseNumber number) {
        String note = lastNote(cases.timeline(number));
        RefusalReason reason = RefusalReason.ofNote(note);
        ObjectNode content = json.createObjectNode();
        content.putObject("refusal")
                .put("code", reason.code())
                .put("reason", reason.label())
                .put("explanation", note)
                .put("legalBasis", basis(cases.get(number), reason.legalBasis()));
        documents.issue(number, DocumentType.REFUSAL_TO_ACCEPT, content);
    }

    void oneTimeNotice(CaseNumber number) {
        ObjectNode content = json.createObjectNode();
        Optional<Correction> open = corrections.open(number);
        ObjectNode notice =
                content.putObject("notice").put("legalBasis", basis(cases.get(number), "《中华人民共和国行政许可法》第三十二条第一款第四项"));
        open.flatMap(Correction::ground).ifPresent(fact -> notice.put("ground", fact.whole()));
        content.putObject("correction").put("afterwards", afterwards(number));
        ArrayNode items = content.putArray("corrections");
        open.ifPresent(correction -> correction.marks().forEach(mark -> add(items, mark)));
        documents.issue(number, DocumentType.ONE_TIME_NOTICE, content);
    }

    /** Not every item sets a time for it: then nothing ends, and nothing begins either. */
    private String afterwards(CaseNumber number) {
        return clocks.deadline(number, ClockName.CORRECTION).isPresent()
                ? "到期没有补齐的，本次申请终止，不影响您再次申请。"
                : "本事项没有规定补正的期限，请尽早补正；补齐以后重新计算是否受理的期限。";
    }

    /** The licence law binds licences; what else there is cites what it rests on. */
    private String basis(CaseFile file, String ofLicences) {
        return item(file).shape() == Shape.LICENCE ? ofLicences : item(file).citation();
    }

    private ItemDefinition item(CaseFile file) {
        return catalog.version(file.itemVersion()).definition();
    }

    private static void add(ArrayNode items, CorrectionMark mark) {
        items.addObject()
                .put("ordinal", items.size())
                .put("title", mark.label())
                .put("reason", mark.text())
                .put("remedy", mark.material().isPresent() ? "按左栏说明重新提交这份材料。" : "按左栏说明修改这一项。");
    }

    private static String lastNote(List<TimelineEntry> timeline) {
        return timeline.get(timeline.size() - 1).note();
    }
}
