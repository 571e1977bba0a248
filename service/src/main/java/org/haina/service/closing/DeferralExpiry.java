package org.haina.service.closing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.clock.ClockExpired;
import org.haina.service.clock.Consequence;
import org.haina.service.deferrals.DeferredPapers;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.Outbound;
import org.haina.service.workflow.Workflow;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 容缺材料没有按期补齐: the case ends where it stands, without a decision; the applicant bears the loss and may apply again.
 * What came in time and waits to be looked at ends nothing: the organ's time is not the applicant's.
 */
@Component
public class DeferralExpiry {

    private final DeferredPapers papers;
    private final Cases cases;
    private final Workflow workflow;
    private final Outbound outbound;
    private final Audit audit;

    DeferralExpiry(DeferredPapers papers, Cases cases, Workflow workflow, Outbound outbound, Audit audit) {
        this.papers = papers;
        this.cases = cases;
        this.workflow = workflow;
        this.outbound = outbound;
        this.audit = audit;
    }

    /** Inside the sweep's transaction. */
    @EventListener
    void on(ClockExpired expired) {
        if (expired.consequence() == Consequence.DEFERRAL_EXPIRED) {
            expire(expired.number(), expired.due());
        }
    }

    /** Ends a case that waits for a paper as if its last day had passed; nothing happens to one that waits for none. */
    @Transactional
    public void expire(CaseNumber number) {
        papers.due(number).ifPresent(deadline -> expire(number, deadline.due()));
    }

    private void expire(CaseNumber number, LocalDate due) {
        CaseFile file = cases.lock(number);
        List<String> owed = papers.owed(file);
        if (owed.isEmpty() || !DeferredPapers.isOpen(file)) {
            return;
        }
        CaseFile ended = cases.move(number, CaseMove.EXPIRE_DEFERRAL, Actor.SYSTEM, "没有补交：" + String.join("、", owed));
        outbound.cancelQueries(number);
        ended.processInstance().ifPresent(root -> workflow.end(root, CaseMove.EXPIRE_DEFERRAL.name()));
        papers.writeExpiry(ended, due);
        audit.record(new AuditEntry("haina", "case.close", "case", number, Map.of("ending", "deferralExpired")));
    }
}
