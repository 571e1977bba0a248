package org.haina.service.decisions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.TaskAdvice;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskHandler;
import org.haina.service.worklist.TaskRefusedException;
import org.springframework.stereotype.Component;

/** 决定: only a decider, never the one who reviewed; a refusal has reasons (行政许可法 38). */
@Component
class DecisionTask implements TaskHandler {

    private final Cases cases;
    private final Opinions opinions;
    private final Justification justification;
    private final FreshDoubts doubts;
    private final UncheckedPapers unchecked;
    private final Catalog catalog;
    private final List<GrantObstacle> obstacles;

    DecisionTask(
            Cases cases,
            Opinions opinions,
            Justification justification,
            FreshDoubts doubts,
            UncheckedPapers unchecked,
            Catalog catalog,
            List<GrantObstacle> obstacles) {
        this.cases = cases;
        this.opinions = opinions;
        this.justification = justification;
        this.doubts = doubts;
        this.unchecked = unchecked;
        this.catalog = catalog;
        this.obstacles = List.copyOf(obstacles);
    }

    @Override
    public String taskKey() {
        return "Task_DecideApplication";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("granted", "refused");
    }

    @Override
    public TaskAdvice advice(CaseNumber number) {
        return obstacles.stream()
                .flatMap(obstacle -> obstacle.against(number).stream())
                .findFirst()
                .map(words -> new TaskAdvice(Map.of(), Map.of("granted", words), Set.of(), Optional.empty()))
                .orElseGet(() -> TaskAdvice.caution("granted", cautions(number)));
    }

    private Optional<String> cautions(CaseNumber number) {
        return Stream.of(unchecked.of(number), justification.againstGrant(number))
                .flatMap(Optional::stream)
                .reduce((first, second) -> first + "；" + second);
    }

    @Override
    public Map<String, Object> complete(TaskCommand command) {
        boolean granted = command.outcome().equals("granted");
        if (!granted && command.opinion().isBlank()) {
            throw TaskRefusedException.of("opinion", "不予的决定必须说明理由");
        }
        if (granted && command.opinion().isBlank() && answers(command.item().number())) {
            throw TaskRefusedException.of("opinion", "请写明答复的内容，申请人会在答复书里看到");
        }
        guardFourEyes(command);
        doubts.require(command.item().number(), granted);
        opinions.record(
                command.item().number(), Opinion.Stage.DECISION, command.outcome(), command.opinion(), command.by());
        cases.move(
                command.item().number(),
                granted ? CaseMove.GRANT : CaseMove.REFUSE,
                Actor.of(command.by()),
                granted ? "" : command.opinion().strip());
        return Map.of();
    }

    /** A request is granted by an answer in words, not by a certificate. */
    private boolean answers(CaseNumber number) {
        return catalog.version(cases.get(number).itemVersion()).definition().isAnsweredInWords();
    }

    private void guardFourEyes(TaskCommand command) {
        opinions.review(command.item().number())
                .filter(review -> review.account().equals(command.by().account()))
                .ifPresent(review -> {
                    throw TaskRefusedException.of("outcome", "审核人与决定人不能为同一人，请由其他审批人员决定。");
                });
    }
}
