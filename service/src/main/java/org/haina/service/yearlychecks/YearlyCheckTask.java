package org.haina.service.yearlychecks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haina.service.issuance.Licences;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.TaskAdvice;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskHandler;
import org.haina.service.worklist.TaskRefusedException;
import org.springframework.stereotype.Component;

/** 年度检查: the reviewer writes down what was looked into and what was found. */
@Component
class YearlyCheckTask implements TaskHandler {

    static final String LAPSED = "lapsed";
    private static final String STANDS = "许可证没有失效，应当检查";
    private static final String ENDED = "许可证已经失效，不再检查";

    private final YearlyChecks checks;
    private final Licences licences;
    private final Clock clock;

    YearlyCheckTask(YearlyChecks checks, Licences licences, Clock clock) {
        this.checks = checks;
        this.licences = licences;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return "Task_CheckYearly";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("passed", "rectify", "failed", LAPSED);
    }

    @Override
    public TaskAdvice advice(CaseNumber number) {
        Map<String, String> barred = licences.grantedBy(number)
                        .filter(licence -> licence.isValidOn(LocalDate.now(clock)))
                        .isPresent()
                ? Map.of(LAPSED, STANDS)
                : Map.of("passed", ENDED, "rectify", ENDED, "failed", ENDED);
        return new TaskAdvice(Map.of(), barred, Set.of(), Optional.empty());
    }

    @Override
    public Map<String, Object> complete(TaskCommand command) {
        if (command.opinion().isBlank()) {
            throw TaskRefusedException.of("opinion", "请写明检查的方式和结果");
        }
        checks.found(
                command.item().number(), command.outcome(), command.opinion().strip(), command.by());
        return Map.of();
    }
}
