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
import java.util.stream.Collectors;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Many cases walk through the whole engine at once, each doing at random what somebody may do to it, and now and then
 * what nobody may, while legal time moves on by random days. {@code -Dhaina.walks} says how many,
 * {@code -Dhaina.walks.seed} which.
 */
@ServiceTest
class EngineWalkTests {

    private static final int WALKS =
            Integer.getInteger("haina.walks", Boolean.getBoolean("haina.test.long") ? 10_000 : 300);
    private static final long SEED = Long.getLong("haina.walks.seed", 20261123L);

    /** In a wave, so that memory and the sandbox hold any number of walks. */
    private static final int WAVE = 300;

    private static final int ROUNDS = 14;

    /** The limit of this item runs from the end of the window to delivery, whatever happens between. */
    private static final Set<CaseStatus> CLOCKED = EnumSet.of(
            CaseStatus.RECEIVED,
            CaseStatus.AWAITING_CORRECTION,
            CaseStatus.ACCEPTED,
            CaseStatus.REVIEWING,
            CaseStatus.DECIDING,
            CaseStatus.ISSUING,
            CaseStatus.REFUSING);

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    SandboxServer sandbox;

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
    void whatever_is_done_to_cases_they_stay_whole_and_none_is_stranded() throws Exception {
        Set<CaseStatus> seen = EnumSet.noneOf(CaseStatus.class);
        for (int wave = 0; wave * WAVE < WALKS; wave++) {
            time.set(MovableClock.START);
            seen.addAll(walk(new Random(SEED + wave), Math.min(WAVE, WALKS - wave * WAVE)));
        }

        assertThat(seen)
                .as("the walks have been everywhere an item of this kind leads")
                .contains(
                        CaseStatus.GRANTED,
                        CaseStatus.REFUSED,
                        CaseStatus.NOT_ACCEPTED,
                        CaseStatus.NOT_REQUIRED,
                        CaseStatus.CORRECTION_EXPIRED,
                        CaseStatus.WITHDRAWN,
                        CaseStatus.VOIDED);
    }

    private Set<CaseStatus> walk(Random random, int many) throws Exception {
        List<EngineWalk> walks = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            // Whom no register knows becomes a matter for a person.
            TestPerson person = i % 3 == 0 ? TestPerson.unknown() : TestPerson.admitted(sandbox);
            walks.add(new EngineWalk(
                    web, json, cases, items, filing.filed(person), new Random(random.nextLong()), Optional.empty()));
        }
        WalkOracle oracle =
                new WalkOracle(jdbc, walks.stream().map(EngineWalk::number).toList(), CLOCKED);
        for (int round = 0; round < ROUNDS; round++) {
            for (EngineWalk walk : walks) {
                walk.step();
            }
            oracle.awaitQuiet(time);
            assertThat(oracle.faults()).as("seed %d, round %d", SEED, round).isEmpty();
            time.advance(Duration.ofDays(random.nextInt(8)));
        }
        oracle.awaitQuiet(time);
        assertThat(oracle.faults()).as("seed %d, at the end", SEED).isEmpty();
        assertThat(oracle.stranded())
                .as("seed %d, neither next step nor outcome", SEED)
                .isEmpty();
        return walks.stream().map(walk -> cases.get(walk.number()).status()).collect(Collectors.toSet());
    }
}
