package org.haina.service.minors;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.CaseFile;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.minors.MinorAccess.Outcome;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reading a minor's data: asked with a purpose, approved by a responsible manager of the same organ who is somebody else,
 * bounded in days, taken back at any time. Each step is in the log.
 */
@Service
class MinorAccesses {

    private final AccessRows rows;
    private final MinorSettings settings;
    private final Audit audit;
    private final Clock clock;

    MinorAccesses(AccessRows rows, MinorSettings settings, Audit audit, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks to read one case, or all cases of its item; what waits already is not asked twice. What only supervisors see is
     * asked for case by case: who may approve it depends on who had a hand in what it is about.
     *
     * @param whole true for all cases of the item
     */
    @Transactional
    public void ask(CaseFile file, boolean whole, String purpose, Official by) {
        Optional<CaseNumber> number = whole && !file.supervised() ? Optional.empty() : Optional.of(file.number());
        if (rows.insert(by, file.item(), number, purpose, clock.instant())) {
            record(by, "minor.access.asked", file.item().value(), number, purpose);
        }
    }

    /**
     * Says yes or no to what waits; what somebody else has decided meanwhile is left as it is.
     *
     * @return false if it waits no more
     * @throws Problem if it is the manager's own, or none of the manager's organ
     */
    @Transactional
    public boolean decide(UUID id, Outcome outcome, String opinion, Official manager) {
        MinorAccess asked = ofOrgan(id, manager);
        if (asked.account().equals(manager.account())) {
            throw Problem.forbidden("不能批准自己的查阅申请，请由本单位的其他负责人批准。");
        }
        if (!asked.isWaiting()) {
            return false;
        }
        Optional<LocalDate> until = outcome == Outcome.APPROVED ? Optional.of(lastDay(asked)) : Optional.empty();
        rows.decide(id, outcome, opinion, manager, until, clock.instant());
        record(
                manager,
                outcome == Outcome.APPROVED ? "minor.access.approved" : "minor.access.refused",
                asked.account(),
                asked.number(),
                asked.purpose());
        return true;
    }

    /** Takes an approval back; what has ended already stays as it is. */
    @Transactional
    public boolean revoke(UUID id, Official manager) {
        MinorAccess given = ofOrgan(id, manager);
        if (!given.standsOn(today())) {
            return false;
        }
        rows.revoke(id, manager, clock.instant());
        record(manager, "minor.access.revoked", given.account(), given.number(), given.purpose());
        return true;
    }

    private LocalDate lastDay(MinorAccess asked) {
        int days = asked.number().isPresent() ? settings.caseDays() : settings.itemDays();
        return today().plusDays(days - 1L);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Who has the organ's responsibility: whoever decides in it, and its head; of what only supervisors see, another of them.
     */
    private MinorAccess ofOrgan(UUID id, Official manager) {
        if (!manager.has(Role.DECIDER) && !manager.has(Role.HEAD) && !manager.has(Role.SUPERVISOR)) {
            throw Problem.forbidden("只有本单位的负责人可以批准查阅未成年人信息。");
        }
        return rows.lock(id, manager).orElseThrow(() -> Problem.notFound("本单位没有这个查阅申请。请返回列表重新选择。"));
    }

    private void record(Official by, String action, String whose, Optional<CaseNumber> number, String purpose) {
        audit.record(new AuditEntry(
                by.account(), action, "minor-access:" + whose, number.orElse(null), Map.of("reason", purpose)));
    }
}
