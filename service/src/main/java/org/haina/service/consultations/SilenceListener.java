package org.haina.service.consultations;

import org.haina.service.clock.ClockExpired;
import org.haina.service.clock.Consequence;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItems;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A department has not answered in time: urged and marked in the lists, inside the sweep's transaction. */
@Component
class SilenceListener {

    private final Consultations consultations;
    private final WorkItems items;

    SilenceListener(Consultations consultations, WorkItems items) {
        this.consultations = consultations;
        this.items = items;
    }

    @EventListener
    void on(ClockExpired expired) {
        if (expired.consequence() == Consequence.URGE) {
            Department.of(expired.clock()).ifPresent(department -> urge(expired.number(), department));
        }
    }

    private void urge(CaseNumber number, Department department) {
        items.urge(number, consultations.urge(number, department).uscc());
    }
}
