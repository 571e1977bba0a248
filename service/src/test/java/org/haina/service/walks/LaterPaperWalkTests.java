package org.haina.service.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.journey.LaterPaperCases;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** As {@link EngineWalkTests}, of cases accepted without a paper that is brought later, twice, late or never. */
@ServiceTest
class LaterPaperWalkTests {

    private static final int WALKS =
            Integer.getInteger("haina.walks", Boolean.getBoolean("haina.test.long") ? 1_000 : 60);
    private static final long SEED = Long.getLong("haina.walks.seed", 20261123L);
    private static final int ROUNDS = 24;

    /** The limit of this item runs from acceptance to delivery and stands in a special procedure. */
    private static final Set<CaseStatus> CLOCKED = EnumSet.of(
            CaseStatus.ACCEPTED, CaseStatus.REVIEWING, CaseStatus.DECIDING, CaseStatus.ISSUING, CaseStatus.REFUSING);

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    LaterPaperCases later;

    @Autowired
    Cases cases;

    @Autowired
    WorkItems items;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock time;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void nothing_is_granted_before_the_paper_is_there_and_nothing_goes_on_without_it_when_its_time_is_over()
            throws Exception {
        Random random = new Random(SEED);
        List<EngineWalk> walks = new ArrayList<>();
        for (int i = 0; i < WALKS; i++) {
            walks.add(new EngineWalk(
                    web,
                    json,
                    cases,
                    items,
                    later.filed(later.organiser()),
                    new Random(random.nextLong()),
                    Optional.of(LaterPaperCases.PAPER)));
        }
        WalkOracle oracle =
                new WalkOracle(jdbc, walks.stream().map(EngineWalk::number).toList(), CLOCKED);
        for (int round = 0; round < ROUNDS; round++) {
            for (EngineWalk walk : walks) {
                walk.step();
            }
            oracle.awaitQuiet(time);
            assertThat(oracle.faults()).as("seed %d, round %d", SEED, round).isEmpty();
            time.advance(Duration.ofDays(random.nextInt(3)));
        }
        oracle.awaitQuiet(time);
        assertThat(oracle.faults()).as("seed %d, at the end", SEED).isEmpty();
        assertThat(oracle.stranded())
                .as("seed %d, neither next step nor outcome", SEED)
                .isEmpty();
        assertThat(walks.stream().map(walk -> cases.get(walk.number()).status()))
                .as("the walks have been everywhere")
                .contains(CaseStatus.GRANTED, CaseStatus.REFUSED, CaseStatus.DEFERRAL_EXPIRED, CaseStatus.WITHDRAWN);
    }
}
