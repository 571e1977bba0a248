package org.haina.service.procedure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockOptions;
import org.haina.service.clock.LedgerEntry;
import org.haina.service.clock.LedgerEntry.Act;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.pages.ChineseWords;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 特别程序: what the case's statute does not count; the decision clock stands from the day of the written notice. */
@Component
@Order(3)
class BeginSpecialProcedure implements CaseAct {

    private final Cases cases;
    private final CaseClocks clocks;
    private final ClockOptions options;
    private final Documents documents;
    private final ChineseWords zh;
    private final ObjectMapper json;
    private final Clock clock;

    BeginSpecialProcedure(
            Cases cases,
            CaseClocks clocks,
            ClockOptions options,
            Documents documents,
            ChineseWords zh,
            ObjectMapper json,
            Clock clock) {
        this.cases = cases;
        this.clocks = clocks;
        this.options = options;
        this.documents = documents;
        this.zh = zh;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "special-procedure";
    }

    @Override
    public String label() {
        return "进入特别程序";
    }

    @Override
    public String explain() {
        return "只限法律要求本事项进行、所需时间依法不计算在期限内的程序。特别程序告知书随即编号制发，办理期限自当日起停止计算；" + "现场核查和公示不停止计算。";
    }

    @Override
    public boolean isOpen(Situation situation, Official official) {
        return CaseActs.handles(official)
                && CaseMove.BEGIN_SPECIAL_PROCEDURE.isAllowedFrom(
                        situation.file().status())
                && situation.clock().stoppable();
    }

    @Override
    public List<Field> fields(CaseFile file, Official official) {
        Optional<ClockOptions.Stopping> stop = options.stopping(file.number());
        List<Field.Option> kinds = stop.map(ClockOptions.Stopping::kinds).orElse(List.of()).stream()
                .map(kind -> new Field.Option(kind, kind))
                .toList();
        return List.of(
                Field.choice(
                        "kind", "特别程序", stop.map(ClockOptions.Stopping::basis).orElse(""), kinds),
                Field.line("duration", "所需时间", "依法必须书面告知，例如：十五个工作日。"),
                Field.text("reason", "原因", "写明依据和要查明的问题。申请人会看到。"));
    }

    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return CaseActs.isLast(cases, file.number(), CaseMove.BEGIN_SPECIAL_PROCEDURE, note(input), official);
    }

    private static String note(ActInput input) {
        return "%s，所需时间%s。%s".formatted(input.get("kind"), input.get("duration"), input.get("reason"));
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        UUID document = UUID.randomUUID();
        cases.moveInWriting(file.number(), CaseMove.BEGIN_SPECIAL_PROCEDURE, Actor.of(official), note(input), document);
        ObjectNode content = json.createObjectNode();
        content.putObject("special")
                .put("kind", input.get("kind"))
                .put("reason", input.get("reason"))
                .put("duration", input.get("duration"))
                .put("since", zh.day(clock.instant()))
                .put("legalBasis", basis(file));
        documents.issue(document, file.number(), DocumentType.SPECIAL_PROCEDURE_NOTICE, content);
    }

    private String basis(CaseFile file) {
        return clocks.ledger(file.number()).stream()
                .filter(line -> line.act() == Act.STOPPED)
                .reduce((earlier, later) -> later)
                .map(LedgerEntry::basis)
                .orElseThrow(() -> new IllegalStateException("No clock of case " + file.number() + " was stopped"));
    }
}
