package org.haina.service.closing;

import java.util.Map;
import org.haina.processes.MessageNames;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.Outbound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 撤回申请: only before the decision; the applicant may file again. */
@Service
public class Withdrawals {

    private final Cases cases;
    private final Outbound outbound;

    Withdrawals(Cases cases, Outbound outbound) {
        this.cases = cases;
        this.outbound = outbound;
    }

    /**
     * Withdraws the application at the applicant's word.
     *
     * @throws org.haina.service.edge.Problem if it has been decided already
     */
    @Transactional
    public void withdraw(CaseNumber number, Citizen applicant, String reason) {
        cases.move(number, CaseMove.WITHDRAW, Actor.of(applicant), reason.strip());
        if (!cases.tell(number, MessageNames.APPLICATION_WITHDRAWN, Map.of())) {
            throw new IllegalStateException("The process of case " + number + " does not wait for a withdrawal");
        }
    }

    /** Ends the questions to registers; the case's clocks ended with the move. */
    void settle(CaseNumber number) {
        outbound.cancelQueries(number);
    }
}
