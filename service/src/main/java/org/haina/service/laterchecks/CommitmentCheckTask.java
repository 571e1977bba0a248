package org.haina.service.laterchecks;

import java.util.Map;
import java.util.Set;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskHandler;
import org.haina.service.worklist.TaskRefusedException;
import org.springframework.stereotype.Component;

/** 核查承诺: the reviewer writes down what was looked into and what was found, true or not. */
@Component
class CommitmentCheckTask implements TaskHandler {

    private static final String KEPT = "kept";

    private final LaterChecks checks;

    CommitmentCheckTask(LaterChecks checks) {
        this.checks = checks;
    }

    @Override
    public String taskKey() {
        return "Task_CheckCommitments";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of(KEPT, "broken");
    }

    @Override
    public Map<String, Object> complete(TaskCommand command) {
        if (command.opinion().isBlank()) {
            throw TaskRefusedException.of("opinion", "请写明核查的方式和结果");
        }
        checks.found(
                command.item().number(),
                command.outcome().equals(KEPT),
                command.opinion().strip(),
                command.by());
        return Map.of();
    }
}
