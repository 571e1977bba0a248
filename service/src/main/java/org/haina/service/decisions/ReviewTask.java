package org.haina.service.decisions;

import java.util.Map;
import java.util.Set;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.TaskAdvice;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskHandler;
import org.haina.service.worklist.TaskRefusedException;
import org.springframework.stereotype.Component;

/** 审核: the reviewer proposes; a proposal against the applicant says why. */
@Component
class ReviewTask implements TaskHandler {

    private final Cases cases;
    private final Opinions opinions;
    private final Justification justification;

    ReviewTask(Cases cases, Opinions opinions, Justification justification) {
        this.cases = cases;
        this.opinions = opinions;
        this.justification = justification;
    }

    @Override
    public String taskKey() {
        return "Task_ReviewApplication";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("approve", "reject");
    }

    @Override
    public TaskAdvice advice(CaseNumber number) {
        return TaskAdvice.caution("approve", justification.againstGrant(number));
    }

    @Override
    public Map<String, Object> complete(TaskCommand command) {
        if (command.outcome().equals("reject") && command.opinion().isBlank()) {
            throw TaskRefusedException.of("opinion", "建议不予的，请写明理由");
        }
        opinions.record(
                command.item().number(), Opinion.Stage.REVIEW, command.outcome(), command.opinion(), command.by());
        cases.move(command.item().number(), CaseMove.PROPOSE, Actor.of(command.by()), "");
        return Map.of();
    }
}
