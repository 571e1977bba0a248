package org.haina.service.closing;

import java.util.Map;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.Outbound;
import org.haina.service.outbound.OutboundLedger;
import org.springframework.stereotype.Service;

/** 办结: brings the case to the state that the end of the process means. */
@Service
class Closing {

    private final Cases cases;
    private final OutboundLedger ledger;
    private final Outbound outbound;
    private final Audit audit;

    Closing(Cases cases, OutboundLedger ledger, Outbound outbound, Audit audit) {
        this.cases = cases;
        this.ledger = ledger;
        this.outbound = outbound;
        this.audit = audit;
    }

    /** @param ending what {@code closeCase} was told: {@code granted}, {@code refused}, … */
    void close(CaseNumber number, String ending) {
        if (ledger.hasOpenRegistration(number)) {
            throw new IllegalStateException("Case " + number + " waits for a register and cannot be closed");
        }
        outbound.cancelQueries(number);
        CaseStatus status = cases.get(number).status();
        switch (ending) {
            case "correctionTimedOut" -> move(number, status, CaseMove.EXPIRE_CORRECTION);
            case "granted", "deemedRenewed" -> move(number, status, CaseMove.DELIVER_GRANT);
            case "refused" -> move(number, status, CaseMove.DELIVER_REFUSAL);
            default -> {
                // The move that led here was a person's and is done.
            }
        }
        audit.record(new AuditEntry("haina", "case.close", "case", number, Map.of("ending", ending)));
    }

    private void move(CaseNumber number, CaseStatus status, CaseMove move) {
        if (move.isAllowedFrom(status)) {
            cases.move(number, move, Actor.SYSTEM, "");
        }
    }
}
