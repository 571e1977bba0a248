package org.haina.service.visits;

import java.util.Map;
import java.util.Set;
import org.haina.service.access.Caller.Official;
import org.haina.service.decisions.Opinion;
import org.haina.service.decisions.Opinions;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskHandler;
import org.haina.service.worklist.TaskRefusedException;
import org.haina.service.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** 实地核查: one of those who went puts down when, where, with whom and what was found. */
@Component
class VisitTask implements TaskHandler {

    private final Opinions opinions;

    VisitTask(Opinions opinions) {
        this.opinions = opinions;
    }

    @Override
    public String taskKey() {
        return "Task_VisitSite";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("fit", "unfit");
    }

    @Override
    public Set<String> undoable() {
        return outcomes();
    }

    @Override
    public void takeBack(WorkItem done, Official by) {
        opinions.takeBack(done.number(), Opinion.Stage.VISIT, by);
    }

    @Override
    public Map<String, Object> complete(TaskCommand command) {
        if (command.opinion().isBlank()) {
            throw TaskRefusedException.of("opinion", "请写明核查的时间、同去的人员和核查的情况");
        }
        opinions.record(
                command.item().number(), Opinion.Stage.VISIT, command.outcome(), command.opinion(), command.by());
        return Map.of();
    }
}
