package org.haina.service.decisions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.TaskRefusedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody decides upon conditions that have changed since anybody looked at them last: a new doubt is weighed, one that is gone refuses nothing. */
@Component
class FreshDoubts {

    private final Eligibility eligibility;
    private final Cases cases;
    private final TransactionTemplate apart;

    FreshDoubts(Eligibility eligibility, Cases cases, PlatformTransactionManager transactions) {
        this.eligibility = eligibility;
        this.cases = cases;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @throws TaskRefusedException with what has changed, which is kept although the answer is not */
    void require(CaseNumber number, boolean granted) {
        Optional<List<EligibilityReason>> shown = eligibility.of(number);
        List<EligibilityReason> now = eligibility.look(cases.get(number)).orElse(List.of());
        List<EligibilityReason> before = shown.orElse(now);
        List<EligibilityReason> unseen = granted ? without(now, before) : without(before, now);
        if (!unseen.isEmpty()) {
            keepAfterwards(number);
            throw TaskRefusedException.of(
                    "outcome",
                    unseen.stream()
                            .map(EligibilityReason::explanation)
                            .collect(Collectors.joining(
                                    "", granted ? "条件判断在此期间有了新的疑问：" : "条件判断的这些疑问在此期间已经消除：", "请看过以后再决定。")));
        }
    }

    private static List<EligibilityReason> without(List<EligibilityReason> all, List<EligibilityReason> known) {
        return all.stream().filter(reason -> !known.contains(reason)).toList();
    }

    /** Whoever asks again, by a page or a program, has been told. */
    private void keepAfterwards(CaseNumber number) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                apart.executeWithoutResult(anew -> eligibility.look(cases.get(number)));
            }
        });
    }
}
