package org.haina.service.checks;

import java.util.Map;
import java.util.Set;
import org.haina.service.access.Caller.Official;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskHandler;
import org.haina.service.worklist.TaskRefusedException;
import org.haina.service.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** 人工核查: a person looks up what a register could not say, and writes down how. */
@Component
class ManualCheckTask implements TaskHandler {

    private final Checks checks;
    private final ManualVerdicts verdicts;

    ManualCheckTask(Checks checks, ManualVerdicts verdicts) {
        this.checks = checks;
        this.verdicts = verdicts;
    }

    @Override
    public String taskKey() {
        return "Task_CheckManually";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("passed", "failed");
    }

    /** The review follows whatever was found. */
    @Override
    public Map<String, String> amendable() {
        return Map.of("passed", "核查通过", "failed", "核查不通过");
    }

    @Override
    public boolean says(WorkItem done, String outcome, String opinion) {
        return verdicts.of(done.number())
                .filter(now -> now.outcome().equals(outcome) && now.opinion().equals(opinion.strip()))
                .isPresent();
    }

    @Override
    public void amend(WorkItem done, String outcome, String opinion, Official by) {
        if (opinion.isBlank()) {
            throw TaskRefusedException.of("opinion", "请写明核查的方式和结果");
        }
        verdicts.record(done.number(), by, outcome, opinion);
    }

    @Override
    public Map<String, Object> complete(TaskCommand command) {
        if (command.opinion().isBlank()) {
            throw TaskRefusedException.of("opinion", "请写明核查的方式和结果");
        }
        verdicts.record(command.item().number(), command.by(), command.outcome(), command.opinion());
        checks.settledByHand(command.item().number());
        return Map.of();
    }
}
