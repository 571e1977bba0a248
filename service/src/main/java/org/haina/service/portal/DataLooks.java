package org.haina.service.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.haina.service.audit.AuditFilter;
import org.haina.service.audit.AuditTrail;
import org.haina.service.checks.Checks;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Component;

/** 谁看过我的数据: officials' readings and questions to registers; offices, not persons (个人信息保护法 44, 45). */
@Component
class DataLooks {

    private static final int MOST = 30;

    private final AuditTrail trail;
    private final Checks checks;

    DataLooks(AuditTrail trail, Checks checks) {
        this.trail = trail;
        this.checks = checks;
    }

    record Look(Instant at, String who, String what) {}

    /** Newest first, at most 30; readings of one office on one day are one line. */
    List<Look> of(CaseNumber number, String organ, java.time.ZoneId zone) {
        List<Look> looks = new ArrayList<>();
        trail.page(AuditFilter.ofCase(number), OptionalLong.empty()).rows().forEach(row -> {
            if (row.action().equals("case.read")) {
                looks.add(new Look(row.at(), organ, "工作人员查看办件"));
            } else if (row.action().equals("party.revealed")) {
                looks.add(
                        new Look(row.at(), organ, "查看完整身份信息，理由：" + row.detail().getOrDefault("reason", "未说明")));
            }
        });
        checks.of(number).forEach(check -> check.settledAt()
                .ifPresent(at -> looks.add(new Look(at, check.registerTitle(), check.title()))));
        List<Look> lines = new ArrayList<>();
        looks.stream().sorted(Comparator.comparing(Look::at).reversed()).forEach(look -> {
            boolean known = lines.stream()
                    .anyMatch(l -> l.who().equals(look.who())
                            && l.what().equals(look.what())
                            && l.at().atZone(zone)
                                    .toLocalDate()
                                    .equals(look.at().atZone(zone).toLocalDate()));
            if (!known && lines.size() < MOST) {
                lines.add(look);
            }
        });
        return lines;
    }
}
