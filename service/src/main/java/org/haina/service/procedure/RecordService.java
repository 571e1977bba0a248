package org.haina.service.procedure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.cases.CaseFile;
import org.haina.service.edge.Problem;
import org.haina.service.terminations.PaperService;
import org.haina.service.terminations.ServiceWay;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 记录送达: whoever cannot be served online has been served on paper; the days to answer count from then on. */
@Component
@Order(24)
class RecordService implements CaseAct {

    private static final String HOW = "how";
    private static final String DAY = "day";

    private final PaperService service;

    RecordService(PaperService service) {
        this.service = service;
    }

    @Override
    public String key() {
        return "record-service";
    }

    @Override
    public String label() {
        return "记录告知书送达";
    }

    @Override
    public String explain() {
        return "单位现在没有委托期限以内的经办人，或者当事人没有同意网上送达。用纸质告知书送达以后在这里记录，陈述申辩的期限从送达之日的次日起算。送达以后书面答复的，写入听取陈述申辩的情况。";
    }

    @Override
    public boolean isOpen(Situation situation, Official official) {
        return official.has(Role.REVIEWER)
                && situation.file().closedAt().isPresent()
                && service.isDue(situation.file());
    }

    @Override
    public List<Field> fields(CaseFile file, Official official) {
        return List.of(
                Field.choice(
                        HOW,
                        "送达方式",
                        Arrays.stream(ServiceWay.values())
                                .map(way -> new Field.Option(way.name(), way.label()))
                                .toList()),
                Field.coded(DAY, "送达之日", "例如：2026-11-23；公告送达的，写发出公告之日，期满以后即为送达", "\\d{4}-\\d{2}-\\d{2}"),
                Field.line("proof", "送达凭证", "送达回证、邮件或者公告的编号。"));
    }

    @Override
    public boolean isDone(CaseFile file, ActInput input, Official official) {
        return service.isRecorded(file.number(), ServiceWay.valueOf(input.get(HOW)), day(input));
    }

    @Override
    public void perform(CaseFile file, ActInput input, Official official) {
        service.record(file, ServiceWay.valueOf(input.get(HOW)), day(input), input.get("proof"), official);
    }

    private static LocalDate day(ActInput input) {
        try {
            return LocalDate.parse(input.get(DAY));
        } catch (DateTimeException e) {
            throw Problem.invalid("没有这一天，请核对送达之日", Map.of());
        }
    }
}
