package org.haina.service.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.haina.service.clock.ClockName;

/** Random walks of the pure life cycle with the licence law's clocks: what the law wants holds after every move. */
class LifeCycleWalkTests {

    private static final Set<CaseMove> OF_THE_APPLICANT = EnumSet.of(CaseMove.ANSWER_CORRECTION, CaseMove.WITHDRAW);
    private static final Set<CaseMove> OF_THE_HEAD = EnumSet.of(CaseMove.EXTEND, CaseMove.VOID);
    private static final Set<CaseMove> OF_A_PERSON = EnumSet.of(
            CaseMove.ACCEPT,
            CaseMove.GRANT,
            CaseMove.REFUSE,
            CaseMove.REFUSE_ACCEPTANCE,
            CaseMove.WITHDRAW_GRANT,
            CaseMove.ANNUL,
            CaseMove.REVOKE,
            CaseMove.CANCEL);
    private static final Set<CaseMove> OF_THE_SYSTEM = EnumSet.of(
            CaseMove.ACCEPT_INSTANTLY,
            CaseMove.GRANT_INSTANTLY,
            CaseMove.DEEM_ACCEPTED,
            CaseMove.DEEM_RENEWED,
            CaseMove.EXPIRE_DEFERRAL);
    /** What a closed case may still become: once struck off, nothing. */
    private static final Map<CaseStatus, Set<CaseStatus>> AFTER = Map.of(
            CaseStatus.GRANTED,
            EnumSet.of(
                    CaseStatus.GRANTED,
                    CaseStatus.GRANT_WITHDRAWN,
                    CaseStatus.ANNULLED,
                    CaseStatus.REVOKED,
                    CaseStatus.CANCELLED),
            CaseStatus.GRANT_WITHDRAWN,
            EnumSet.of(CaseStatus.GRANT_WITHDRAWN, CaseStatus.CANCELLED),
            CaseStatus.ANNULLED,
            EnumSet.of(CaseStatus.ANNULLED, CaseStatus.CANCELLED),
            CaseStatus.REVOKED,
            EnumSet.of(CaseStatus.REVOKED, CaseStatus.CANCELLED));

    private static final Set<CaseStatus> CLOCKED =
            EnumSet.of(CaseStatus.ACCEPTED, CaseStatus.REVIEWING, CaseStatus.SPECIAL_PROCEDURE, CaseStatus.DECIDING);

    @Property(tries = 10_000)
    void every_walk_keeps_to_the_law(
            @ForAll @Size(min = 1, max = 25) List<@IntRange(max = 9_999) Integer> choices,
            @ForAll @IntRange(max = 12) int pace) {
        Walk walk = new Walk();
        for (int choice : choices) {
            CaseStatus before = walk.status();
            walk.pass((long) choice % (pace + 1));
            walk.step(choice);
            moved(walk, before);
            clocked(walk);
        }

        assertThat(walk.events().stream().filter(event -> event.move() == CaseMove.EXTEND))
                .hasSizeLessThanOrEqualTo(1);
        ends(walk);
    }

    @Property(tries = 10_000)
    void nobody_moves_who_may_not(
            @ForAll @Size(max = 15) List<@IntRange(max = 9_999) Integer> choices,
            @ForAll CaseMove move,
            @ForAll ActorKind kind) {
        Walk walk = new Walk();
        choices.forEach(walk::step);
        CaseStatus before = walk.status();
        int events = walk.events().size();

        boolean moved = walk.attempt(move, kind);

        assertThat(walk.events()).hasSize(moved ? events + 1 : events);
        if (moved) {
            assertThat(OF_THE_APPLICANT.contains(move)).isEqualTo(kind == ActorKind.APPLICANT);
            assertThat(OF_THE_HEAD.contains(move)).isEqualTo(kind == ActorKind.HEAD);
            assertThat(OF_A_PERSON.contains(move) && kind == ActorKind.SYSTEM).isFalse();
            assertThat(OF_THE_SYSTEM.contains(move) && kind != ActorKind.SYSTEM).isFalse();
        } else {
            assertThat(walk.status()).isEqualTo(before);
        }
    }

    private static void moved(Walk walk, CaseStatus before) {
        CaseMoved last = walk.last();
        if (last != null && last.from() == before) {
            assertThat(last.to()).isEqualTo(walk.status());
        }
        if (before.isTerminal()) {
            assertThat(AFTER.getOrDefault(before, EnumSet.of(before)))
                    .as("after the end")
                    .contains(walk.status());
        }
    }

    private static void clocked(Walk walk) {
        CaseStatus status = walk.status();
        assertThat(walk.clocks().stands(ClockName.DECISION))
                .as("stands in %s", status)
                .isEqualTo(status == CaseStatus.SPECIAL_PROCEDURE);
        assertThat(walk.clocks().due(ClockName.DECISION) != null)
                .as("decision clock in %s", status)
                .isEqualTo(CLOCKED.contains(status));
        assertThat(walk.clocks().due(ClockName.NOTICE) != null)
                .as("five days in %s", status)
                .isEqualTo(status == CaseStatus.RECEIVED || status == CaseStatus.TRANSFERRING);
    }

    private static void ends(Walk walk) {
        CaseStatus status = walk.status();
        assertThat(LifeCyclePageTests.result(status).isEmpty())
                .as("outcome of %s", status)
                .isNotEqualTo(status.isTerminal());
        assertThat(reachable(status)).as("from %s", status).anyMatch(CaseStatus::isTerminal);
    }

    private static Set<CaseStatus> reachable(CaseStatus start) {
        Set<CaseStatus> reached = EnumSet.of(start);
        while (reached.addAll(EnumSet.copyOf(reached).stream()
                .flatMap(from -> Stream.of(CaseMove.values())
                        .filter(move -> move.isAllowedFrom(from))
                        .map(move -> move.to(from)))
                .toList())) {
            // until nothing new is found
        }
        return reached;
    }
}
