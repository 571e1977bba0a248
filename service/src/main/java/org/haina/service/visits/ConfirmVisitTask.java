package org.haina.service.visits;

import java.util.Map;
import java.util.Set;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.Actor;
import org.haina.service.cases.Cases;
import org.haina.service.decisions.Opinion;
import org.haina.service.decisions.Opinions;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskHandler;
import org.haina.service.worklist.TaskRefusedException;
import org.haina.service.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** The second officer: never the one who put the visit down. */
@Component
class ConfirmVisitTask implements TaskHandler {

    private static final String VISITED = "SITE_VISIT";

    private final Opinions opinions;
    private final Cases cases;

    ConfirmVisitTask(Opinions opinions, Cases cases) {
        this.opinions = opinions;
        this.cases = cases;
    }

    @Override
    public String taskKey() {
        return "Task_ConfirmVisit";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("confirmed", "disputed");
    }

    @Override
    public Set<String> undoable() {
        return outcomes();
    }

    @Override
    public void takeBack(WorkItem done, Official by) {
        opinions.takeBack(done.number(), Opinion.Stage.CONFIRMING, by);
        if (done.outcome().filter("confirmed"::equals).isPresent()) {
            cases.takeBackLine(done.number(), VISITED);
        }
    }

    @Override
    public Map<String, Object> complete(TaskCommand command) {
        CaseNumber number = command.item().number();
        Opinion visit = opinions.visit(number)
                .orElseThrow(() -> new IllegalStateException("No visit was put down in case " + number));
        if (visit.account().equals(command.by().account())) {
            throw TaskRefusedException.of("outcome", "实地核查由两名以上工作人员进行，记录人不能自己确认，请由同去的另一名人员确认。");
        }
        boolean confirmed = command.outcome().equals("confirmed");
        if (!confirmed && command.opinion().isBlank()) {
            throw TaskRefusedException.of("opinion", "不同意核查记录的，请写明理由");
        }
        opinions.record(number, Opinion.Stage.CONFIRMING, command.outcome(), command.opinion(), command.by());
        if (confirmed) {
            cases.note(number, VISITED, "两名工作人员完成实地核查", Actor.of(command.by()));
        }
        return Map.of();
    }
}
