package org.haina.service.portal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.haina.service.audit.AuditReading;
import org.haina.service.audit.AuditTrail;
import org.haina.service.checks.CaseCheck;
import org.haina.service.checks.Checks;
import org.haina.service.keys.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 谁看过我的数据: officials' readings and questions to registers; offices, not persons (个人信息保护法 44, 45). */
@Component
class DataLooks {

    private static final int PAGE = 30;

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("case.read", "工作人员查看办件"),
            Map.entry("case.secrets.revealed", "查看隐藏信息"),
            Map.entry("material.read", "查看材料"),
            Map.entry("material.downloaded", "下载材料"),
            Map.entry("document.read", "查看文书"),
            Map.entry("document.printed", "批量打印文书"),
            Map.entry("archive.read", "下载归档包"),
            Map.entry("certificate.read", "查看证书"),
            Map.entry("minor.access.approved", "负责人批准工作人员查阅"),
            Map.entry("minor.access.revoked", "负责人撤销查阅的批准"),
            Map.entry("party.revealed", "查看完整身份信息"));

    private final AuditTrail trail;
    private final Checks checks;

    DataLooks(AuditTrail trail, Checks checks) {
        this.trail = trail;
        this.checks = checks;
    }

    record Look(Instant at, String who, String what) {}

    /**
     * Where the following page begins.
     *
     * @param id of the last entry shown
     * @param at its time: questions to registers before it come later
     */
    record Cursor(long id, Instant at) {

        static final Cursor START = new Cursor(Long.MAX_VALUE, Instant.MAX);

        /** What is no cursor is the start. */
        static Cursor of(String text) {
            return text.matches("\\d{1,18}-\\d{1,14}")
                    ? new Cursor(
                            Long.parseLong(text.substring(0, text.indexOf('-'))),
                            Instant.ofEpochMilli(Long.parseLong(text.substring(text.indexOf('-') + 1))))
                    : START;
        }

        @Override
        public String toString() {
            return id + "-" + at.toEpochMilli();
        }
    }

    /** @param next for the following page; null on the last */
    record Page(List<Look> looks, @Nullable String next) {}

    /** Newest first, 30 lines of the log at most; readings of one office on one day are one line. */
    Page of(CaseNumber number, String organ, ZoneId zone, Cursor from) {
        List<AuditReading> found = trail.readings(number, WORDS.keySet(), zone, from.id(), PAGE + 1);
        boolean more = found.size() > PAGE;
        List<AuditReading> page = more ? found.subList(0, PAGE) : found;
        List<Look> looks = new ArrayList<>();
        page.forEach(reading -> looks.add(look(reading, organ)));
        Cursor last = more ? cursor(page.get(PAGE - 1)) : null;
        registers(number, looks, from.at(), last == null ? Instant.MIN : last.at());
        looks.sort(Comparator.comparing(Look::at).reversed());
        return new Page(looks, last == null ? null : last.toString());
    }

    // To the millisecond, as the address carries it: both pages must cut at the same moment.
    private static Cursor cursor(AuditReading last) {
        return new Cursor(last.id(), last.at().truncatedTo(ChronoUnit.MILLIS));
    }

    private void registers(CaseNumber number, List<Look> looks, Instant until, Instant from) {
        checks.asked(number).forEach(check -> check.settledAt()
                .filter(at -> at.isBefore(until) && !at.isBefore(from))
                .ifPresent(at -> looks.add(new Look(at, check.registerTitle(), what(check)))));
    }

    private static String what(CaseCheck check) {
        return check.uponPromise() ? check.title() + "，用途：核对能否适用书面承诺" : check.title();
    }

    private static Look look(AuditReading reading, String organ) {
        String what = WORDS.getOrDefault(reading.action(), reading.action());
        String who = reading.bySystem() ? "系统自动办理" : organ;
        return new Look(reading.at(), who, reading.reason().isEmpty() ? what : what + "，理由：" + reading.reason());
    }
}
