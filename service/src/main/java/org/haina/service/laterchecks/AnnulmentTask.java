package org.haina.service.laterchecks;

import java.util.Map;
import java.util.Set;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.issuance.CertificateEnds;
import org.haina.service.issuance.CertificateEnds.Kind;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskHandler;
import org.haina.service.worklist.TaskRefusedException;
import org.springframework.stereotype.Component;

/** 决定是否撤销: only a decider, never the one who found the promise broken, and always with reasons. */
@Component
class AnnulmentTask implements TaskHandler {

    private static final String ANNULLED = "annulled";

    private final LaterChecks checks;
    private final Cases cases;
    private final CertificateEnds certificates;
    private final Promises promises;

    AnnulmentTask(LaterChecks checks, Cases cases, CertificateEnds certificates, Promises promises) {
        this.checks = checks;
        this.cases = cases;
        this.certificates = certificates;
        this.promises = promises;
    }

    @Override
    public String taskKey() {
        return "Task_DecideAnnulment";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of(ANNULLED, "upheld");
    }

    @Override
    public Map<String, Object> complete(TaskCommand command) {
        String reasons = command.opinion().strip();
        if (reasons.isEmpty()) {
            throw TaskRefusedException.of("opinion", "请写明理由，以及听取申请人陈述、申辩的情况");
        }
        guardFourEyes(command);
        CaseNumber number = command.item().number();
        if (command.outcome().equals(ANNULLED)) {
            annul(number, reasons, command.by());
        } else {
            checks.upheld(number, reasons, command.by());
        }
        return Map.of();
    }

    private void annul(CaseNumber number, String reasons, Official by) {
        cases.move(number, CaseMove.ANNUL, Actor.of(by), reasons);
        if (promises.isApproval(number)) {
            certificates.undoChange(number, "没有履行告知承诺，撤销决定", by);
        } else {
            certificates.end(number, Kind.ANNULLED, "告知承诺不实，撤销决定", by);
        }
        checks.annulled(number, reasons, by);
    }

    private void guardFourEyes(TaskCommand command) {
        if (checks.wasFoundBy(command.item().number(), command.by())) {
            throw TaskRefusedException.of("outcome", "核查人与决定人不能为同一人，请由其他决定人员决定。");
        }
    }
}
