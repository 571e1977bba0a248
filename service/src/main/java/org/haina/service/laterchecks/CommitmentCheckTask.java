package org.haina.service.laterchecks;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haina.service.access.Caller.Official;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.TaskAdvice;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskHandler;
import org.haina.service.worklist.TaskRefusedException;
import org.haina.service.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** 核查承诺: the reviewer writes down what was looked into and what was found, kept or not. */
@Component
class CommitmentCheckTask implements TaskHandler {

    private static final String KEPT = "kept";
    private static final String RECTIFY = "rectify";
    private static final String BROKEN = "broken";

    private final LaterChecks checks;
    private final Promises promises;

    CommitmentCheckTask(LaterChecks checks, Promises promises) {
        this.checks = checks;
        this.promises = promises;
    }

    @Override
    public String taskKey() {
        return "Task_CheckCommitments";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of(KEPT, RECTIFY, BROKEN);
    }

    /** Of an approval things are put right first; what was promised instead of a proof was true or not. */
    @Override
    public TaskAdvice advice(CaseNumber number) {
        Map<String, String> barred = promises.isApproval(number)
                ? Map.of(BROKEN, "审批事项的承诺没有做到的，先责令限期整改，到期没有整改到位的才决定是否撤销")
                : Map.of(RECTIFY, "承诺代替证明的，只有属实和不实，没有限期整改");
        return new TaskAdvice(Map.of(), barred, Set.of(), Optional.empty());
    }

    /** The order to put things right is a letter, and with a kept promise the check is over. */
    @Override
    public Set<String> undoable() {
        return Set.of(BROKEN);
    }

    @Override
    public void takeBack(WorkItem done, Official by) {
        checks.takeBackFinding(done.number());
    }

    @Override
    public Map<String, Object> complete(TaskCommand command) {
        if (command.opinion().isBlank()) {
            throw TaskRefusedException.of("opinion", "请写明核查的方式和结果");
        }
        checks.found(
                command.item().number(), command.outcome(), command.opinion().strip(), command.by());
        return Map.of();
    }
}
