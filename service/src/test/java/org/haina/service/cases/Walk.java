package org.haina.service.cases;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.haina.service.clock.ClockName;
import org.haina.service.clock.LimitTerms;
import org.haina.service.clock.Moment;
import org.haina.service.clock.Story;
import org.haina.service.keys.CaseNumber;
import org.jspecify.annotations.Nullable;

/** One case on its way through the graph, with the clocks of the licence law, those of a renewal, and no database. */
final class Walk {

    private static final CaseNumber NUMBER = new CaseNumber("HN2500000000000O");

    private final Story clocks = new Story("licence-renewal", LimitTerms.ofPolicy());
    private final List<CaseMoved> events = new ArrayList<>();
    private final Set<CaseMove> once = new HashSet<>();
    private CaseStatus status = CaseStatus.RECEIVED;
    private LocalDate today = LocalDate.of(2025, 3, 3);

    Walk() {
        clocks.on(today, Moment.RECEIVED, null);
    }

    void pass(long days) {
        today = today.plusDays(days);
    }

    /** Makes one of the moves that somebody may make today, if there is any. */
    void step(int choice) {
        List<CaseMove> open = Stream.of(CaseMove.values())
                .filter(move -> move.isAllowedFrom(status) && !once.contains(move))
                .filter(move -> move != CaseMove.DEEM_ACCEPTED || isNoticeOverdue())
                .toList();
        if (!open.isEmpty()) {
            CaseMove move = open.get(choice % open.size());
            attempt(move, move.who().iterator().next());
        }
    }

    boolean attempt(CaseMove move, ActorKind kind) {
        Optional<CaseMoved> moved = new LifeCycle(NUMBER, status, once)
                .move(
                        move,
                        new Actor(kind, "walker", "张示例"),
                        today.atStartOfDay().toInstant(ZoneOffset.UTC));
        moved.ifPresent(this::apply);
        return moved.isPresent();
    }

    private void apply(CaseMoved moved) {
        events.add(moved);
        status = moved.to();
        if (!moved.move().isRepeatable()) {
            once.add(moved.move());
        }
        moved.move().moment().ifPresent(moment -> clocks.on(today, moment, "notice"));
    }

    private boolean isNoticeOverdue() {
        LocalDate due = clocks.due(ClockName.NOTICE);
        return due != null && today.isAfter(due);
    }

    CaseStatus status() {
        return status;
    }

    Story clocks() {
        return clocks;
    }

    List<CaseMoved> events() {
        return events;
    }

    @Nullable
    CaseMoved last() {
        return events.isEmpty() ? null : events.get(events.size() - 1);
    }
}
