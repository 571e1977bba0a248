package org.haina.service.terminations;

import java.util.Optional;
import org.haina.service.issuance.EndUnderWay;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Component;

@Component
class OpenTerminations implements EndUnderWay {

    private final TerminationRows rows;

    OpenTerminations(TerminationRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<String> of(CaseNumber number) {
        return rows.of(number).stream()
                .filter(Termination::isOpen)
                .map(Termination::state)
                .findFirst();
    }
}
