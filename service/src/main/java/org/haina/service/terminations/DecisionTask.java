package org.haina.service.terminations;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haina.service.keys.CaseNumber;
import org.haina.service.terminations.Termination.Result;
import org.haina.service.worklist.TaskAdvice;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskHandler;
import org.haina.service.worklist.TaskRefusedException;

/** The decision on one of the acts: with reasons, by a decider who has had no other part in it. */
final class DecisionTask implements TaskHandler {

    private final String taskKey;
    private final String made;
    private final Proceedings proceedings;

    /** @param made the outcome that ends the grant */
    DecisionTask(String taskKey, String made, Proceedings proceedings) {
        this.taskKey = taskKey;
        this.made = made;
        this.proceedings = proceedings;
    }

    @Override
    public String taskKey() {
        return taskKey;
    }

    @Override
    public Set<String> outcomes() {
        return Set.of(made, "kept");
    }

    @Override
    public TaskAdvice advice(CaseNumber number) {
        return proceedings.isStillPossible(proceedings.get(number))
                ? TaskAdvice.NONE
                : new TaskAdvice(Map.of(), Map.of(made, "证书现在的状态已经改变，不能再作出这个决定，只能不予办理"), Set.of(), Optional.empty());
    }

    @Override
    public Map<String, Object> complete(TaskCommand command) {
        Termination proposed = proceedings.get(command.item().number());
        String reasons = Proceedings.words(command, "请写明理由");
        if (proceedings.involves(proposed, command.by())) {
            throw TaskRefusedException.of("outcome", "提出人、审核人与决定人不能为同一人，请由其他决定人员决定。");
        }
        if (command.outcome().equals(made)) {
            proceedings.make(proposed, reasons, command.by());
        } else {
            proceedings.leave(proposed, Result.KEPT, reasons, command.by());
        }
        return Map.of();
    }
}
