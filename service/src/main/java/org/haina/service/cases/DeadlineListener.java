package org.haina.service.cases;

import java.util.Map;
import org.haina.processes.MessageNames;
import org.haina.service.clock.ClockExpired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries a limit that ended to the process that waits for it; inside the sweep's transaction. */
@Component
class DeadlineListener {

    private final Cases cases;

    DeadlineListener(Cases cases) {
        this.cases = cases;
    }

    @EventListener
    void on(ClockExpired expired) {
        if (cases.find(expired.number()).isEmpty()) {
            return;
        }
        switch (expired.consequence()) {
            case DEEMED_ACCEPTED -> cases.tell(expired.number(), MessageNames.NOTICE_EXPIRED, Map.of());
            case CORRECTION_EXPIRED -> cases.tell(expired.number(), MessageNames.CORRECTION_EXPIRED, Map.of());
            case URGE, DEFERRAL_EXPIRED, DEEMED_RENEWED -> {
                // who asked the department urges it; who keeps the promises, or the licence, ends the case
            }
            case ESCALATE -> cases.escalate(expired.number(), expired.clock().label());
        }
    }
}
