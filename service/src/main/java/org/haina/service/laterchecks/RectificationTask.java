package org.haina.service.laterchecks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haina.service.access.Caller.Official;
import org.haina.service.keys.CaseNumber;
import org.haina.service.pages.ChineseWords;
import org.haina.service.worklist.TaskAdvice;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskHandler;
import org.haina.service.worklist.TaskRefusedException;
import org.haina.service.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** 核查整改: put right or not; that it was not can be said only when the last day of the order is over. */
@Component
class RectificationTask implements TaskHandler {

    private static final String RECTIFIED = "rectified";
    private static final String UNMET = "unmet";

    private final LaterChecks checks;
    private final ChineseWords zh;
    private final Clock clock;

    RectificationTask(LaterChecks checks, ChineseWords zh, Clock clock) {
        this.checks = checks;
        this.zh = zh;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return "Task_CheckRectification";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of(RECTIFIED, UNMET);
    }

    @Override
    public TaskAdvice advice(CaseNumber number) {
        LocalDate until = checks.get(number).rectifyBy().orElseThrow();
        return LocalDate.now(clock).isAfter(until)
                ? TaskAdvice.NONE
                : new TaskAdvice(
                        Map.of(),
                        Map.of(UNMET, "整改期限到" + zh.day(until) + "为止，期满以前不能认定没有整改到位"),
                        Set.of(),
                        Optional.empty());
    }

    @Override
    public Set<String> undoable() {
        return Set.of(UNMET);
    }

    @Override
    public void takeBack(WorkItem done, Official by) {
        checks.takeBackRectification(done.number());
    }

    @Override
    public Map<String, Object> complete(TaskCommand command) {
        if (command.opinion().isBlank()) {
            throw TaskRefusedException.of("opinion", "请写明核查的方式和整改的情况");
        }
        checks.rectified(
                command.item().number(),
                command.outcome().equals(RECTIFIED),
                command.opinion().strip(),
                command.by());
        return Map.of();
    }
}
