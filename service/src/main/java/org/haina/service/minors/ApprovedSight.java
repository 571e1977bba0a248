package org.haina.service.minors;

import java.time.Clock;
import java.time.LocalDate;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.ContentRule;
import org.haina.service.cases.Sight;
import org.haina.service.parties.Ages;
import org.springframework.stereotype.Component;

/** A minor's case is read upon an approval that stands today, by whom it names and for what it says (未成年人网络保护条例 36). */
@Component
class ApprovedSight implements ContentRule {

    private static final String CLOSED = "申请人是未成年人，查阅申请内容、材料和文书须经本单位负责人批准。请打开这个办件，写明用途申请查阅。";

    private final AccessRows rows;
    private final Ages ages;
    private final Clock clock;

    ApprovedSight(AccessRows rows, Ages ages, Clock clock) {
        this.rows = rows;
        this.ages = ages;
        this.clock = clock;
    }

    @Override
    public Sight sight(CaseFile file, Official official) {
        if (!ages.isMinor(file.applicant())) {
            return Sight.FREE;
        }
        return rows.standing(official, file.item(), file.number(), LocalDate.now(clock))
                .map(access -> Sight.approvedFor(access.purpose()))
                .orElseGet(() -> Sight.closed(CLOSED));
    }
}
