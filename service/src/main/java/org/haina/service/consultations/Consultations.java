package org.haina.service.consultations;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.CaseMoved;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.Moment;
import org.haina.service.keys.CaseNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Asks departments, keeps their answers and tells the clocks; all in the caller's transaction. */
@Service
class Consultations {

    private final ConsultationRows rows;
    private final Cases cases;
    private final Organs organs;
    private final CaseClocks clocks;
    private final Audit audit;
    private final Clock clock;

    Consultations(ConsultationRows rows, Cases cases, Organs organs, CaseClocks clocks, Audit audit, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.organs = organs;
        this.clocks = clocks;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks once, however often it is called. */
    void ask(CaseNumber number, String named) {
        Department department = Department.named(named);
        Organ organ = organ(number, department);
        Instant at = clock.instant();
        if (rows.ask(number, department, organ.uscc(), at)) {
            clocks.observe(number, department.asked(), at, Actor.SYSTEM.id(), null);
            cases.note(number, "OPINION_ASKED", "送" + organ.name() + "征求意见", Actor.SYSTEM);
            record("case.consult", number, organ);
        }
    }

    /** The last answer ends the asking: the organ in charge examines from then on. */
    void answer(CaseNumber number, Department department, Official by) {
        // Of two departments that answer at once the second sees the first.
        cases.lock(number);
        Instant at = clock.instant();
        rows.answer(number, department, at);
        clocks.observe(number, department.answered(), at, by.account(), null);
        cases.note(number, "OPINION_GIVEN", organ(number, department).name() + "已回复意见", Actor.of(by));
        if (!rows.hasOpen(number)) {
            clocks.observe(number, Moment.OPINIONS_IN, at, by.account(), null);
        }
    }

    /** The department is late: it is urged, and a clock runs after which it goes up. */
    Organ urge(CaseNumber number, Department department) {
        Organ organ = organ(number, department);
        Instant at = clock.instant();
        rows.urge(number, department, at);
        clocks.observe(number, Moment.OPINION_URGED, at, Actor.SYSTEM.id(), null);
        cases.note(number, "OPINION_URGED", organ.name() + "逾期未回复意见，已催办", Actor.SYSTEM);
        record("case.urge", number, organ);
        return organ;
    }

    /** What the departments said has been examined. */
    @EventListener
    void on(CaseMoved moved) {
        if (moved.move() == CaseMove.PROPOSE && rows.wasAsked(moved.number())) {
            clocks.observe(
                    moved.number(), Moment.EXAMINED, moved.at(), moved.by().id(), null);
        }
    }

    private Organ organ(CaseNumber number, Department department) {
        return organs.acting(cases.get(number).district(), Optional.of(department.named()));
    }

    private void record(String action, CaseNumber number, Organ organ) {
        audit.record(new AuditEntry(Actor.SYSTEM.id(), action, "case", number, Map.of("org", organ.uscc())));
    }
}
