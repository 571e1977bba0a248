package org.haina.service.terminations;

import java.util.Map;
import java.util.Set;
import org.haina.service.access.Caller.Official;
import org.haina.service.terminations.Termination.Result;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskHandler;
import org.haina.service.worklist.TaskRefusedException;
import org.haina.service.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** 法制审核 before 撤销: by somebody who has neither proposed it nor heard the holder. */
@Component
class LegalityTask implements TaskHandler {

    private final Proceedings proceedings;

    LegalityTask(Proceedings proceedings) {
        this.proceedings = proceedings;
    }

    @Override
    public String taskKey() {
        return "Task_ReviewLegality";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("lawful", "unlawful");
    }

    @Override
    public Set<String> undoable() {
        return Set.of("lawful");
    }

    @Override
    public void takeBack(WorkItem done, Official by) {
        proceedings.takeBackReview(proceedings.get(done.number()));
    }

    @Override
    public Map<String, Object> complete(TaskCommand command) {
        Termination proposed = proceedings.get(command.item().number());
        String review = Proceedings.words(command, "请写明法制审核的意见");
        if (proceedings.involves(proposed, command.by())) {
            throw TaskRefusedException.of("outcome", "提出人、听取陈述申辩的人不能进行法制审核，请由其他审核人员审核。");
        }
        if (command.outcome().equals("lawful")) {
            proceedings.reviewed(proposed, review, command.by());
        } else {
            proceedings.leave(proposed, Result.UNLAWFUL, review, command.by());
        }
        return Map.of();
    }
}
