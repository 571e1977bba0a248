package org.haina.service.decisions;

import java.util.List;
import java.util.stream.Collectors;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.checks.CaseCheck;
import org.haina.service.checks.Checks;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Service;

/**
 * 即时办理 (优化营商环境条例 36): what all registers confirm and no condition questions is granted by the system at once.
 * Everything else goes to a person; a refusal always does (个人信息保护法 24).
 */
@Service
class InstantDecision {

    private final Checks checks;
    private final Eligibility eligibility;
    private final Opinions opinions;
    private final UncheckedPapers unchecked;
    private final Cases cases;
    private final List<GrantObstacle> obstacles;

    InstantDecision(
            Checks checks,
            Eligibility eligibility,
            Opinions opinions,
            UncheckedPapers unchecked,
            Cases cases,
            List<GrantObstacle> obstacles) {
        this.checks = checks;
        this.eligibility = eligibility;
        this.opinions = opinions;
        this.unchecked = unchecked;
        this.cases = cases;
        this.obstacles = List.copyOf(obstacles);
    }

    /** True if something was asked, every register confirms, the item's tables ask and bar nothing, no paper waits for somebody to look at it, and nothing is in the way of a grant. */
    boolean isClear(CaseNumber number, String processDefinition) {
        List<CaseCheck> asked = checks.of(number);
        return !asked.isEmpty()
                && asked.stream().allMatch(CaseCheck::isClear)
                && eligibility.weigh(number, processDefinition).isEmpty()
                && unchecked.of(number).isEmpty()
                && obstacles.stream()
                        .allMatch(obstacle -> obstacle.against(number).isEmpty());
    }

    boolean isAccepted(CaseNumber number) {
        return cases.get(number).status() != CaseStatus.RECEIVED;
    }

    /**
     * Grants, and writes down on what grounds.
     *
     * @throws IllegalStateException if the case is not clear: a model that asks nothing before grants nothing
     */
    void grant(CaseNumber number, String processDefinition) {
        if (!isClear(number, processDefinition)) {
            throw new IllegalStateException("Case " + number + " is not clear, a person decides");
        }
        String grounds = checks.of(number).stream()
                .map(check -> check.registerTitle() + "“" + check.title() + "”"
                        + check.answer().map(answer -> answer.finding().title()).orElse(""))
                .collect(Collectors.joining("；"));
        opinions.recordInstantGrant(number, grounds + "。");
        cases.move(number, CaseMove.GRANT_INSTANTLY, Actor.SYSTEM, grounds);
    }
}
