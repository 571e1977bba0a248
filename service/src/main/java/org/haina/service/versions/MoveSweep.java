package org.haina.service.versions;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.Optional;
import org.haina.service.cases.Actor;
import org.haina.service.cases.ActorKind;
import org.haina.service.versions.MoveRows.Claimed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the cases of all moves asked for, each in its own transaction, on any number of nodes. What a node that dies had
 * begun is rolled back and done by whoever looks next.
 */
@Configuration(proxyBeanMethods = false)
class MoveSweep {

    private static final Logger LOG = LoggerFactory.getLogger(MoveSweep.class);
    private static final int MOST_PER_LOOK = 500;

    private final MoveRows rows;
    private final CaseMoving moving;
    private final TransactionTemplate transaction;
    private final VersionsSettings settings;

    MoveSweep(MoveRows rows, CaseMoving moving, TransactionTemplate transaction, VersionsSettings settings) {
        this.rows = rows;
        this.moving = moving;
        this.transaction = transaction;
        this.settings = settings;
    }

    @Bean
    RecurringTask<Void> itemMoveTask() {
        return Tasks.recurring("item-moves", FixedDelay.of(settings.sweep())).execute((instance, context) -> run());
    }

    void run() {
        int settled = 0;
        while (settled < MOST_PER_LOOK && next()) {
            settled++;
        }
        rows.finish();
    }

    /** One case; false if none is due. */
    boolean next() {
        Claimed[] claimed = new Claimed[1];
        try {
            Optional<MoveOutcome> outcome =
                    transaction.execute(status -> rows.claim().map(next -> {
                        claimed[0] = next;
                        MoveOutcome found = move(next);
                        if (found instanceof MoveOutcome.Moved) {
                            rows.settle(next, found);
                        } else {
                            status.setRollbackOnly();
                        }
                        return found;
                    }));
            if (outcome != null && outcome.isPresent() && outcome.get() instanceof MoveOutcome.Left) {
                rows.settle(claimed[0], outcome.get());
            }
        } catch (RuntimeException e) {
            if (claimed[0] == null) {
                throw e;
            }
            LOG.warn(
                    "Case {} cannot be moved now: {}",
                    claimed[0].number(),
                    e.getClass().getSimpleName());
            rows.putOff(claimed[0]);
        }
        return claimed[0] != null;
    }

    private MoveOutcome move(Claimed claimed) {
        ItemMove move = claimed.move();
        return moving.move(
                claimed.number(),
                move.from(),
                move.to(),
                new Actor(ActorKind.OFFICIAL, move.requestedBy(), move.requestedName()));
    }
}
