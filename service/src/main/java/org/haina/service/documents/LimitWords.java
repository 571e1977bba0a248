package org.haina.service.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.haina.processes.ItemDefinition;
import org.haina.processes.ItemDefinition.Shape;
import org.haina.processes.ItemLimits.From;
import org.haina.processes.ItemLimits.Period;
import org.haina.processes.ItemLimits.Unit;
import org.haina.service.calendar.Limit;
import org.haina.service.calendar.WorkingDays;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseTerms;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.clock.Deadline;
import org.haina.service.pages.ChineseWords;
import org.springframework.stereotype.Component;

/** Limits and promised days in words; a day that rests on a calendar not yet official says so. */
@Component
class LimitWords {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String PROVISIONAL = "（暂定，以国务院公布的放假安排为准）";

    private final CaseClocks clocks;
    private final WorkingDays calendar;
    private final ChineseWords zh;

    LimitWords(CaseClocks clocks, WorkingDays calendar, ChineseWords zh) {
        this.clocks = clocks;
        this.calendar = calendar;
        this.zh = zh;
    }

    void addTo(ObjectNode content, CaseFile file, ItemDefinition item) {
        Period notice = item.limits().notice();
        if (notice != null) {
            content.putObject("notice").put("dueOn", notice(file, notice));
        }
        List<Deadline> running = clocks.deadlines(file.number());
        content.putObject("decision")
                .put("limit", decision(file, item))
                .put(
                        "promisedBy",
                        words(running, ClockName.DECISION)
                                .or(() -> promised(file, item))
                                .orElse("法定办理期限届满之日"));
        words(running, ClockName.CORRECTION)
                .ifPresent(due -> content.putObject("correction").put("dueOn", due));
    }

    /** From the item, not from the clock: a voucher printed late names the day it would have named at once. */
    private String notice(CaseFile file, Period notice) {
        LocalDate received = LocalDate.ofInstant(file.receivedAt(), SHANGHAI);
        LocalDate due = calendar.plus(received, limit(notice.length(), notice.unit()));
        return marked(due, calendar.touchesProvisional(received, due));
    }

    /** As it was promised on the day of receipt, for what is printed when the clock has ended. */
    private Optional<String> promised(CaseFile file, ItemDefinition item) {
        LocalDate received = LocalDate.ofInstant(file.receivedAt(), SHANGHAI);
        return clocks.promisedBy(item.clockPolicy(), CaseTerms.of(item, file.receivedAt()), received)
                .map(promised -> marked(promised.day(), promised.provisional()));
    }

    private Optional<String> words(List<Deadline> running, ClockName clock) {
        return running.stream().filter(d -> d.clock() == clock).findFirst().map(this::words);
    }

    private String words(Deadline deadline) {
        return marked(deadline.target(), deadline.provisional());
    }

    private String marked(LocalDate day, boolean provisional) {
        return provisional ? zh.day(day) + PROVISIONAL : zh.day(day);
    }

    private String decision(CaseFile file, ItemDefinition item) {
        var limit = item.limits().decision();
        return "自%s起%s内%s"
                .formatted(
                        start(limit.from(), file, item),
                        limit(limit.statutory(), limit.unit()).label(),
                        result(item));
    }

    /** A filing and a question end without a decision. */
    private static String result(ItemDefinition item) {
        if (item.isQuestion()) {
            return "答复";
        }
        String act = item.shape() == Shape.RECORD_FILING ? "办结" : "作出决定";
        return item.limits().decision().includesDelivery() ? act + "并送达" : act;
    }

    private String start(From from, CaseFile file, ItemDefinition item) {
        return switch (from) {
            case RECEIPT -> "收件之日";
            case ACCEPTANCE -> "受理之日";
            case NOTICE -> "告知之日";
            case DECISION -> "作出决定之日";
            case OPENING -> "检查开始之日";
            case WINDOW_END -> "本轮受理期限终止之日" + windowEnd(file, item);
        };
    }

    private String windowEnd(CaseFile file, ItemDefinition item) {
        LocalDate received = LocalDate.ofInstant(file.receivedAt(), SHANGHAI);
        return Optional.ofNullable(item.window())
                .flatMap(window -> window.openOn(received))
                .map(round -> "（" + zh.day(round.closes()) + "）")
                .orElse("");
    }

    private static Limit limit(int length, Unit unit) {
        return switch (unit) {
            case WORKING_DAYS -> Limit.workingDays(length);
            case NATURAL_DAYS -> Limit.naturalDays(length);
            case MONTHS -> Limit.months(length);
        };
    }
}
