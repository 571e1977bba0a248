package org.haina.service.oversight;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haina.service.access.Caller.Official;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.workflow.StuckJob;
import org.haina.service.workflow.StuckSteps;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One step retried and recorded, each in its own transaction: one that cannot be retried holds up no other. */
@Service
class StepRetries {

    private static final Pattern SEEN = Pattern.compile("([0-9a-f-]{1,64})\\.(\\d{1,6})");

    private final StuckSteps stuck;
    private final Audit audit;

    StepRetries(StuckSteps stuck, Audit audit) {
        this.stuck = stuck;
        this.audit = audit;
    }

    /** @param seen job and tries, as the page has them: {@code job.tries}; false if it is not stuck like that any more */
    @Transactional
    public boolean retry(String seen, Official operator) {
        Optional<StuckJob> retried = Optional.of(SEEN.matcher(seen))
                .filter(Matcher::matches)
                .flatMap(parts -> stuck.retry(parts.group(1), Integer.parseInt(parts.group(2)), operator.account()));
        retried.ifPresent(step -> audit.record(new AuditEntry(
                operator.account(),
                "step.retry",
                "case:" + step.number(),
                step.number(),
                Map.of("task", step.element()))));
        return retried.isPresent();
    }
}
