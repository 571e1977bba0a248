package org.haina.service.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the planned cases. May be stopped at any time and goes on where it stopped. */
@DemoOnly
class DemoContent {

    private static final Logger LOG = LoggerFactory.getLogger(DemoContent.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration DAY = Duration.ofSeconds(20);

    private final DemoCitizens citizens;
    private final DemoStep step;
    private final Cases cases;
    private final WorkItems items;
    private final Clock clock;

    DemoContent(DemoCitizens citizens, DemoStep step, Cases cases, WorkItems items, Clock clock) {
        this.citizens = citizens;
        this.step = step;
        this.cases = cases;
        this.items = items;
        this.clock = clock;
    }

    /**
     * Brings every case as far as planned.
     *
     * @param patience ends it after so long without any movement
     * @return the cases that did not get there
     * @throws InterruptedException if the service stops
     */
    List<DemoCase> fill(List<DemoCase> plan, Duration patience) throws InterruptedException {
        List<DemoCase> open = new ArrayList<>(plan);
        List<DemoCase> failed = new ArrayList<>();
        long moved = System.nanoTime();
        while (!open.isEmpty() && System.nanoTime() - moved < patience.toNanos()) {
            int before = open.size();
            if (round(open, failed)) {
                moved = System.nanoTime();
            } else {
                Thread.sleep(PAUSE.toMillis());
            }
            if (open.size() < before) {
                LOG.info("Demo content: {} of {} cases", plan.size() - open.size(), plan.size());
            }
        }
        failed.addAll(open);
        return failed;
    }

    /**
     * One working day: who has not applied does, and every other case takes one step, if it rested since an earlier
     * day. Ends when registers have answered and a person or the applicant has the next turn.
     *
     * @param pause between two steps
     */
    void day(List<DemoCase> filed, Runnable pause) throws InterruptedException {
        List<CaseNumber> moved = new ArrayList<>();
        for (DemoCase planned : filed) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (rested(planned) && next(planned) == DemoStep.Result.MOVED) {
                citizens.find(planned).ifPresent(moved::add);
                pause.run();
            }
        }
        long since = System.nanoTime();
        while (!moved.stream().allMatch(this::isSettled) && System.nanoTime() - since < DAY.toNanos()) {
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private boolean rested(DemoCase planned) {
        LocalDate today = LocalDate.now(clock);
        return citizens.find(planned)
                .map(number -> cases.timeline(number))
                .map(events -> events.get(events.size() - 1).at())
                .map(at -> LocalDate.ofInstant(at, clock.getZone()).isBefore(today))
                .orElse(true);
    }

    private boolean isSettled(CaseNumber number) {
        CaseStatus status = cases.get(number).status();
        return status.isTerminal()
                || status == CaseStatus.AWAITING_CORRECTION
                || items.ofCase(number).stream().anyMatch(WorkItem::isOpen);
    }

    /** One step for each case; true if anything moved. */
    private boolean round(List<DemoCase> open, List<DemoCase> failed) throws InterruptedException {
        boolean moved = false;
        for (DemoCase planned : List.copyOf(open)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            switch (next(planned)) {
                case ARRIVED -> moved |= open.remove(planned);
                case MOVED -> moved = true;
                case FAILED -> {
                    failed.add(planned);
                    moved |= open.remove(planned);
                }
                case WAITS -> {}
            }
        }
        return moved;
    }

    private DemoStep.Result next(DemoCase planned) {
        try {
            boolean isNew = citizens.find(planned).isEmpty();
            return citizens.apply(planned)
                    .map(cases::get)
                    .map(file -> isNew ? DemoStep.Result.MOVED : step.take(planned, file))
                    .orElse(DemoStep.Result.WAITS);
        } catch (RuntimeException e) {
            LOG.warn("Demo content: the case of {} does not go on", planned.person(), e);
            return DemoStep.Result.FAILED;
        }
    }
}
