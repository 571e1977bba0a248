package org.haina.service.decisions;

import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.commitments.Commitments;
import org.haina.service.credit.CreditStandings;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Component;

/** 告知承诺: what was promised in writing goes to the decider at once. A person still decides: the promise is weighed by nobody else. */
@Component
class CommitmentWay {

    private final Commitments commitments;
    private final CreditStandings standings;
    private final Cases cases;
    private final Catalog catalog;

    CommitmentWay(Commitments commitments, CreditStandings standings, Cases cases, Catalog catalog) {
        this.commitments = commitments;
        this.standings = standings;
        this.cases = cases;
        this.catalog = catalog;
    }

    /**
     * True if the applicant has promised what the approval asks for; then the decider is next. A case that was deemed accepted
     * although nobody relied on the promise goes the ordinary way.
     */
    boolean propose(CaseNumber number) {
        boolean promised =
                commitments.isApproval(number, catalog.version(cases.get(number).itemVersion()))
                        && standings.mayBeReliedOn(number);
        if (promised) {
            cases.move(number, CaseMove.PROPOSE_ON_COMMITMENT, Actor.SYSTEM, "");
        }
        return promised;
    }
}
