package org.haina.service.intake;

import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Service;

/**
 * 即时受理: what the registers confirm needs no examination. The decision follows in the same transaction and states the
 * day of acceptance, so that no notice of its own is written.
 */
@Service
class InstantAcceptance {

    private final Cases cases;

    InstantAcceptance(Cases cases) {
        this.cases = cases;
    }

    /** Accepts unless a person has. */
    void accept(CaseNumber number) {
        if (cases.get(number).status() == CaseStatus.RECEIVED) {
            cases.move(number, CaseMove.ACCEPT_INSTANTLY, Actor.SYSTEM, "");
        }
    }
}
