package org.haina.service.renewals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.MoveAsked;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.clock.Deadline;
import org.haina.service.edge.Problem;
import org.haina.service.issuance.Licence;
import org.haina.service.pages.ChineseWords;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * 行政许可法 50: with the end of the last day the renewal counts as granted, whenever the system comes to draw it. From that moment nobody
 * refuses it any more, nor ends it otherwise; the holder, who does not want it, asks for the cancellation.
 */
@Component
class RenewalElapsed {

    private static final Set<CaseMove> ENDS = EnumSet.of(
            CaseMove.REFUSE,
            CaseMove.REFUSE_ACCEPTANCE,
            CaseMove.FIND_NOT_REQUIRED,
            CaseMove.EXPIRE_CORRECTION,
            CaseMove.WITHDRAW,
            CaseMove.VOID);

    private final DeemedRenewals renewals;
    private final CaseClocks clocks;
    private final ChineseWords zh;
    private final Clock clock;

    RenewalElapsed(DeemedRenewals renewals, CaseClocks clocks, ChineseWords zh, Clock clock) {
        this.renewals = renewals;
        this.clocks = clocks;
        this.zh = zh;
        this.clock = clock;
    }

    @EventListener
    void on(MoveAsked asked) {
        if (ENDS.contains(asked.move())) {
            renewed(asked.file()).ifPresent(lastDay -> {
                throw Problem.conflict("许可证的有效期已于%s届满，届满以前没有作出决定，依法视为准予延续，系统正在办理，不能再“%s”。请稍后刷新页面查看。"
                        .formatted(zh.day(lastDay), asked.move().label()));
            });
        }
    }

    /** The last day, if it has passed and the law has renewed the licence. */
    private Optional<LocalDate> renewed(CaseFile file) {
        return clocks.deadline(file.number(), ClockName.RENEWAL)
                .map(Deadline::due)
                .filter(due -> LocalDate.now(clock).isAfter(due))
                .filter(due -> renewals.licence(file)
                        .flatMap(Licence::validUntil)
                        .filter(due::equals)
                        .isPresent());
    }
}
