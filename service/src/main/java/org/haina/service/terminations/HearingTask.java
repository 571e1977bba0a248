package org.haina.service.terminations;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.pages.ChineseWords;
import org.haina.service.terminations.Termination.Result;
import org.haina.service.worklist.TaskAdvice;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskHandler;
import org.haina.service.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** 听取陈述申辩: nothing goes on before the holder has answered or let the day pass; it may be dropped at any time. */
@Component
class HearingTask implements TaskHandler {

    private static final String HEARD = "heard";

    private final Proceedings proceedings;
    private final PaperService service;
    private final Cases cases;
    private final ChineseWords zh;

    HearingTask(Proceedings proceedings, PaperService service, Cases cases, ChineseWords zh) {
        this.proceedings = proceedings;
        this.service = service;
        this.cases = cases;
        this.zh = zh;
    }

    @Override
    public String taskKey() {
        return "Task_HearHolder";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of(HEARD, "dropped");
    }

    @Override
    public TaskAdvice advice(CaseNumber number) {
        Termination proposed = proceedings.get(number);
        if (service.isDue(cases.get(number), proposed)) {
            return barred("单位现在没有委托期限以内的经办人，或者当事人没有同意网上送达，告知书没有送达。请用纸质告知书送达并在办件页面“记录告知书送达”，期限从送达之日的次日起算");
        }
        return proposed.mayBeHeard(proceedings.today())
                ? TaskAdvice.NONE
                : barred("陈述申辩的期限到%s（含当天），期限届满或者当事人答复以后才能继续办理"
                        .formatted(zh.day(proposed.stateUntil().orElseThrow())));
    }

    private static TaskAdvice barred(String why) {
        return new TaskAdvice(Map.of(), Map.of(HEARD, why), Set.of(), Optional.empty());
    }

    @Override
    public Set<String> undoable() {
        return Set.of(HEARD);
    }

    @Override
    public void takeBack(WorkItem done, Official by) {
        proceedings.takeBackHearing(proceedings.get(done.number()));
    }

    @Override
    public Map<String, Object> complete(TaskCommand command) {
        Termination proposed = proceedings.get(command.item().number());
        if (command.outcome().equals(HEARD)) {
            proceedings.heard(proposed, Proceedings.words(command, "请写明怎样听取了陈述、申辩，以及复核的情况"), command.by());
        } else {
            proceedings.leave(proposed, Result.DROPPED, Proceedings.words(command, "请写明为什么不再办理"), command.by());
        }
        return Map.of();
    }
}
