package org.haina.service.statements;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.haina.certificates.OfficialDocument;
import org.haina.certificates.printing.Bindings;
import org.haina.service.calendar.CountedDay;
import org.haina.service.cases.CaseFile;
import org.haina.service.catalog.Organs;
import org.haina.service.clock.ClockExplanation;
import org.haina.service.clock.ClockName;
import org.haina.service.clock.Deadline;
import org.haina.service.clock.LedgerEntry;
import org.haina.service.documents.DocumentContents;
import org.haina.service.documents.Printing;
import org.haina.service.issuance.Signatory;
import org.haina.service.pages.ChineseWords;
import org.springframework.stereotype.Component;

/** Prints and signs how a date comes about. */
@Component
class DeadlineStatement {

    private static final OfficialDocument FORM = OfficialDocument.named("deadline-statement");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm");

    private final DocumentContents contents;
    private final Organs organs;
    private final Printing printing;
    private final Signatory signatory;
    private final KeptStatements kept;
    private final ChineseWords zh;
    private final Clock clock;

    DeadlineStatement(
            DocumentContents contents,
            Organs organs,
            Printing printing,
            Signatory signatory,
            KeptStatements kept,
            ChineseWords zh,
            Clock clock) {
        this.contents = contents;
        this.organs = organs;
        this.printing = printing;
        this.signatory = signatory;
        this.kept = kept;
        this.zh = zh;
        this.clock = clock;
    }

    /** PDF/A-2b with a signature of the operator; the one made last if nothing it says has changed since. */
    byte[] of(CaseFile file, ClockExplanation explained) {
        Instant at = clock.instant();
        ClockName name = explained.deadline().clock();
        String number = file.number() + "/" + name.label() + "/" + MINUTE.format(at.atZone(clock.getZone()));
        ObjectNode content = contents.heading(file, organs.byCode(file.acting()).orElseThrow(), number, at);
        content.set("clock", facts(content.objectNode(), explained));
        events(content.putArray("events"), explained);
        days(content.putArray("days"), explained);
        String says = content.deepCopy().without("document").toString();
        return kept.find(file.number(), name, says).orElseGet(() -> {
            byte[] pdf = signatory.sign(printing.print(FORM.template(), new Bindings(content), at), FORM.title(), at);
            kept.keep(file.number(), name, says, pdf, at);
            return pdf;
        });
    }

    private ObjectNode facts(ObjectNode facts, ClockExplanation explained) {
        Deadline deadline = explained.deadline();
        facts.put("name", deadline.clock().label())
                .put("basis", explained.basis())
                .put("countedFrom", zh.day(explained.countedFrom()))
                .put("due", zh.day(deadline.due()) + deadline.dueMark())
                .put("target", zh.day(deadline.target()) + deadline.mark())
                .put("state", deadline.stopped() ? "依法停止计算" : deadline.left());
        LocalDate promised = deadline.promised();
        if (promised != null) {
            facts.put("promised", zh.day(promised) + deadline.mark());
        }
        if (explained.limit() != null) {
            facts.put("length", explained.limit().label());
        }
        if (deadline.provisional() || deadline.dueProvisional()) {
            facts.put("provisional", "计算到了放假安排还没有公布的年度，标有“暂定”的日期以国务院公布的放假安排为准。");
        }
        return facts;
    }

    private void events(ArrayNode events, ClockExplanation explained) {
        explained.entries().forEach(entry -> events.addObject()
                .put("date", zh.day(entry.on()))
                .put("act", act(entry.act()))
                .put("basis", entry.basis()));
    }

    private static String act(LedgerEntry.Act act) {
        return switch (act) {
            case NOTED -> "登记";
            case STARTED -> "开始计算";
            case STOPPED -> "停止计算";
            case RESUMED -> "恢复计算";
            case EXTENDED -> "延长";
            case ENDED -> "结束";
        };
    }

    private void days(ArrayNode days, ClockExplanation explained) {
        for (CountedDay day : explained.days()) {
            days.addObject()
                    .put("date", zh.day(day.date()) + " " + zh.weekday(day.date()))
                    .put("counted", day.number() > 0 ? "第 " + day.number() + " 天" : "不计")
                    .put("reason", day.reason());
        }
    }
}
