package org.haina.service.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the planned cases. May be stopped at any time and goes on where it stopped. */
@DemoOnly
class DemoContent {

    private static final Logger LOG = LoggerFactory.getLogger(DemoContent.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final DemoCitizens citizens;
    private final DemoStep step;
    private final Cases cases;

    DemoContent(DemoCitizens citizens, DemoStep step, Cases cases) {
        this.citizens = citizens;
        this.step = step;
        this.cases = cases;
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
            CaseFile file = cases.get(citizens.apply(planned).orElseThrow());
            return step.take(planned, file);
        } catch (RuntimeException e) {
            LOG.warn("Demo content: the case of {} does not go on", planned.person(), e);
            return DemoStep.Result.FAILED;
        }
    }
}
