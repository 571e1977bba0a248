package org.haina.service.complaints;

import org.haina.service.cases.Cases;
import org.haina.service.cases.TakenInHand;
import org.haina.service.worklist.WorkItems;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever takes in hand what was complained about already has no part in the complaint any more: not even in lists. */
@Component
class LaterHands {

    private final Complaints complaints;
    private final Cases cases;
    private final WorkItems items;

    LaterHands(Complaints complaints, Cases cases, WorkItems items) {
        this.complaints = complaints;
        this.cases = cases;
        this.items = items;
    }

    @EventListener
    void on(TakenInHand taken) {
        complaints.complaintsAbout(taken.number()).stream()
                .filter(complaint -> !cases.get(complaint).barred().contains(taken.account()))
                .forEach(complaint -> items.bar(complaint, complaints.bar(complaint)));
    }
}
