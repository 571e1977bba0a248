package org.haina.service.decisions;

import java.util.Optional;
import org.haina.service.credit.CreditStandings;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Component;

/** An acceptance by silence makes no promise good: nothing is granted upon a word that cannot be relied on. */
@Component
class PromiseDoubted implements GrantObstacle {

    private static final String ASK = "承诺现在不能适用：申请人有失信信息，或者公共信用信息平台没有答复。请受理人员先办理“核实信用信息”，可以适用的才能准予";
    private static final String AWAITED = "公共信用信息平台还没有答复能不能适用承诺，答复以后再决定准予";

    private final CreditStandings standings;

    PromiseDoubted(CreditStandings standings) {
        this.standings = standings;
    }

    @Override
    public Optional<String> against(CaseNumber number) {
        if (standings.mayBeReliedOn(number)) {
            return Optional.empty();
        }
        return Optional.of(standings.asksAPerson(number) ? ASK : AWAITED);
    }
}
