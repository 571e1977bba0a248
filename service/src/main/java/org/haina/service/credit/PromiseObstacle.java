package org.haina.service.credit;

import java.util.Map;
import org.haina.service.intake.AcceptanceObstacle;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Component;

/** Nothing is accepted on a promise that cannot be relied on, and nothing asked for before everything that must be is known. */
@Component
class PromiseObstacle implements AcceptanceObstacle {

    private static final String ACCEPT = "accept";
    private static final String CORRECT = "correct";
    private static final String AWAITED = "公共信用信息平台还没有答复，答复以后再受理或者一次告知";
    private static final String SILENT = "公共信用信息平台没有答复，请先办理“核实信用信息”";
    private static final String DENIED = "申请人有失信信息，不能适用承诺。请选择补正，告知提交材料；有异议或者已经修复的，先办理“核实信用信息”";

    private final CreditStandings standings;

    PromiseObstacle(CreditStandings standings) {
        this.standings = standings;
    }

    @Override
    public Map<String, String> barred(CaseNumber number) {
        return switch (standings.of(number)) {
            case NOT_ASKED, GIVEN -> Map.of();
            case AWAITED -> Map.of(ACCEPT, AWAITED, CORRECT, AWAITED);
            case SILENT -> Map.of(ACCEPT, SILENT, CORRECT, SILENT);
            case DENIED -> Map.of(ACCEPT, DENIED);
        };
    }
}
