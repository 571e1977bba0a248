package org.haina.service.yearlychecks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haina.service.issuance.Licences;
import org.haina.service.keys.CaseNumber;
import org.haina.service.pages.ChineseWords;
import org.haina.service.worklist.TaskAdvice;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskHandler;
import org.haina.service.worklist.TaskRefusedException;
import org.springframework.stereotype.Component;

/** 检查整改: put right or not; that it was not can be said only when the last day is over. */
@Component
class YearlyRectificationTask implements TaskHandler {

    private static final String UNMET = "unmet";

    private final YearlyChecks checks;
    private final Licences licences;
    private final ChineseWords zh;
    private final Clock clock;

    YearlyRectificationTask(YearlyChecks checks, Licences licences, ChineseWords zh, Clock clock) {
        this.checks = checks;
        this.licences = licences;
        this.zh = zh;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return "Task_CheckYearlyRectification";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("rectified", UNMET, YearlyCheckTask.LAPSED);
    }

    @Override
    public TaskAdvice advice(CaseNumber number) {
        Map<String, String> barred = new HashMap<>();
        LocalDate until = checks.open(number).rectifyBy().orElseThrow();
        LocalDate today = LocalDate.now(clock);
        if (!today.isAfter(until)) {
            barred.put(UNMET, "整改期限到" + zh.day(until) + "为止，期满以前不能认定没有整改");
        }
        if (licences.grantedBy(number)
                .filter(licence -> licence.isValidOn(today))
                .isPresent()) {
            barred.put(YearlyCheckTask.LAPSED, "许可证没有失效，应当检查整改");
        }
        return new TaskAdvice(Map.of(), barred, Set.of(), Optional.empty());
    }

    @Override
    public Map<String, Object> complete(TaskCommand command) {
        if (command.opinion().isBlank()) {
            throw TaskRefusedException.of("opinion", "请写明检查的方式和整改的情况");
        }
        checks.rectified(
                command.item().number(), command.outcome(), command.opinion().strip(), command.by());
        return Map.of();
    }
}
