package org.haina.service.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.haina.service.outbound.OutboundCall.Kind.PUSH;
import static org.haina.service.outbound.OutboundCall.Kind.REGISTER;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.haina.service.CountedStatements;
import org.haina.service.ServiceTest;
import org.haina.service.audit.Audit;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.CaseNumbers;
import org.haina.service.keys.CorrelationId;
import org.haina.service.outbound.OutboundLedger.State;
import org.haina.service.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@ServiceTest
class OutboundTests {

    private static final Duration LONG = Duration.ofDays(1);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    Vault vault;

    @Autowired
    Audit audit;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    private final FakeRegister register = new FakeRegister();
    private final List<TestNode> nodes = new ArrayList<>();
    private TestNode node;
    private CaseNumber number;

    @BeforeEach
    void aNode() {
        node = anotherNode(TestNode.SETTINGS);
        number = new CaseNumbers(clock).next();
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (TestNode each : nodes) {
            each.close();
        }
    }

    @Test
    void a_call_is_made_after_the_commit_without_waiting_for_a_tick() {
        UUID id = node.send(number, REGISTER, "identity", LONG);

        Poll.until(() -> node.state(id) == State.ANSWERED);
        assertThat(register.received()).singleElement().satisfies(request -> {
            assertThat(request.id()).isEqualTo(id);
            assertThat(request.parameters().get("idNumber").asText()).isEqualTo(TestNode.PERSON.idNumber());
        });
        assertThat(node.events(OutboundAnswered.class)).singleElement().satisfies(event -> {
            assertThat(event.reference()).isEqualTo("ref-identity");
            assertThat(event.answer().get("finding").asText()).isEqualTo("confirmed");
            assertThat(event.late()).isFalse();
        });
    }

    @Test
    void what_is_rolled_back_never_leaves() {
        assertThatThrownBy(() -> node.inTransaction(() -> {
                    node.outbound.send(node.call(number, REGISTER, "identity", LONG));
                    throw new IllegalStateException("the use case fails");
                }))
                .hasMessage("the use case fails");
        UUID later = node.send(number, REGISTER, "later", LONG);

        node.untilState(later, State.ANSWERED);
        assertThat(register.effects()).containsExactly("later");
    }

    @Test
    void a_call_outside_a_transaction_is_a_mistake() {
        assertThatThrownBy(() -> node.outbound.send(node.call(number, REGISTER, "identity", LONG)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void no_transaction_is_open_while_the_authority_is_asked() {
        List<Boolean> open = new ArrayList<>();
        register.before(request -> open.add(TransactionSynchronizationManager.isActualTransactionActive()));

        node.untilState(node.send(number, REGISTER, "identity", LONG), State.ANSWERED);

        assertThat(open).containsExactly(false);
    }

    @Test
    void sending_costs_one_statement_and_a_call_two_more() throws InterruptedException {
        CountedStatements source = new CountedStatements(dataSource);
        register.before(request -> source.statements().add("call"));
        try (TestNode counted = new TestNode(
                register,
                JdbcClient.create(source),
                vault,
                audit,
                new DataSourceTransactionManager(source),
                TestNode.SETTINGS)) {
            UUID id = counted.send(number, REGISTER, "identity", LONG);
            Poll.until(() -> node.state(id) == State.ANSWERED && !counted.isBusy());
        }

        assertThat(source.statements())
                .extracting(statement -> statement.split("\\s+")[0])
                .filteredOn(verb -> !verb.equals("with"))
                .containsExactly("insert", "call", "update");
    }

    @Test
    void parameters_and_answer_are_not_readable_in_the_database() {
        UUID id = node.send(number, REGISTER, "identity", LONG);
        node.untilState(id, State.ANSWERED);

        String row = jdbc.sql(
                        "select encode(parameters, 'escape') || encode(answer, 'escape') from outbound where id = ?")
                .param(id)
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("3199992000", "idNumber", "confirmed");
    }

    @Test
    void the_correlation_id_of_the_sender_accompanies_call_and_answer() {
        List<String> seen = new ArrayList<>();
        register.before(request -> seen.add(MDC.get(CorrelationId.KEY)));
        node.listener(event -> seen.add(MDC.get(CorrelationId.KEY)));

        try (var ignored = MDC.putCloseable(CorrelationId.KEY, "TEST-1234-ABCD")) {
            node.untilState(node.send(number, REGISTER, "identity", LONG), State.ANSWERED);
        }

        assertThat(seen).containsExactly("TEST-1234-ABCD", "TEST-1234-ABCD");
    }

    @Test
    void after_an_outage_the_call_arrives_once() {
        AtomicInteger failures = new AtomicInteger();
        register.before(request -> {
            if (failures.incrementAndGet() <= 3) {
                throw new OutboundChannel.Unavailable("UNREACHABLE", null, null);
            }
        });

        UUID id = node.send(number, REGISTER, "identity", LONG);

        node.untilState(id, State.ANSWERED);
        assertThat(register.received()).hasSize(4).allMatch(request -> request.id()
                .equals(id));
        assertThat(register.effects()).hasSize(1);
        assertThat(node.ledger.find(id).orElseThrow().attempts()).isEqualTo(4);
    }

    @Test
    void an_authority_that_works_but_does_not_answer_in_time_does_its_work_once() {
        AtomicInteger answers = new AtomicInteger();
        register.after(request -> {
            if (answers.incrementAndGet() == 1) {
                throw new OutboundChannel.Unavailable("TIMEOUT", null, null);
            }
        });

        node.untilState(node.send(number, PUSH, "status", LONG), State.ANSWERED);

        assertThat(register.received()).hasSize(2);
        assertThat(register.effects()).containsExactly("status");
        assertThat(node.events(OutboundAnswered.class)).hasSize(1);
    }

    @Test
    void a_register_that_asks_for_a_pause_is_left_alone_by_all_calls() {
        register.before(request -> {
            throw new OutboundChannel.Unavailable("TOO_MANY_REQUESTS", Duration.ofHours(1), null);
        });
        UUID first = node.send(number, REGISTER, "first", LONG);
        node.untilState(first, State.PENDING);
        Poll.until(() -> node.ledger.find(first).orElseThrow().lastError() != null);

        UUID second = node.send(number, REGISTER, "second", LONG);
        IntStream.range(0, 20).forEach(i -> node.tick());

        OutboundLedger.Entry entry = node.ledger.find(first).orElseThrow();
        assertThat(entry.lastError()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(Duration.between(entry.createdAt(), entry.nextAt())).isGreaterThan(Duration.ofMinutes(59));
        assertThat(node.ledger.find(second).orElseThrow().attempts()).isZero();
        assertThat(register.received()).hasSize(1);
    }

    @Test
    void past_the_deadline_a_person_takes_over_once_and_a_late_answer_is_recorded_once() {
        register.before(request -> {
            throw new OutboundChannel.Unavailable("UNREACHABLE", null, null);
        });
        UUID id = node.send(number, REGISTER, "identity", Duration.ofMillis(100));
        Poll.until(() -> {
            node.tick();
            return node.events(OutboundGivenUp.class).size() == 1
                    && node.ledger.find(id).orElseThrow().attempts() > 4;
        });
        Poll.until(() -> node.state(id) == State.MANUAL);

        register.heal();

        node.untilState(id, State.ANSWERED);
        assertThat(node.events(OutboundGivenUp.class)).singleElement().satisfies(event -> {
            assertThat(event.stillTried()).isTrue();
            assertThat(event.code()).isEqualTo("UNREACHABLE");
        });
        assertThat(node.events(OutboundAnswered.class)).singleElement().matches(OutboundAnswered::late);
        assertThat(register.effects()).hasSize(1);
    }

    @Test
    void an_answer_that_is_none_goes_to_a_person_at_once() {
        register.before(request -> {
            throw new OutboundChannel.Refused("WRONG_SUBJECT", null);
        });

        UUID id = node.send(number, REGISTER, "identity", LONG);

        node.untilState(id, State.FAILED);
        IntStream.range(0, 5).forEach(i -> node.tick());
        assertThat(register.received()).hasSize(1);
        assertThat(node.events(OutboundGivenUp.class)).singleElement().satisfies(event -> {
            assertThat(event.code()).isEqualTo("WRONG_SUBJECT");
            assertThat(event.stillTried()).isFalse();
        });
    }

    @Test
    void an_answer_the_case_cannot_take_just_now_is_offered_again() {
        AtomicInteger collisions = new AtomicInteger();
        node.listener(event -> {
            if (collisions.incrementAndGet() <= 4) {
                throw new IllegalStateException("another transaction was faster");
            }
        });

        UUID id = node.send(number, REGISTER, "identity", LONG);

        node.untilState(id, State.ANSWERED);
        assertThat(node.events(OutboundAnswered.class)).hasSize(1);
        assertThat(register.effects()).hasSize(1);
    }

    @Test
    void one_case_that_cannot_be_told_of_the_deadline_holds_up_no_other() {
        register.before(request -> {
            throw new OutboundChannel.Unavailable("UNREACHABLE", null, null);
        });
        CaseNumber poisoned = new CaseNumbers(clock).next();
        node.listener(event -> {
            if (((OutboundGivenUp) event).caseNumber().equals(poisoned)) {
                throw new IllegalStateException("no such case");
            }
        });
        node.send(poisoned, REGISTER, "identity", Duration.ofMillis(1));
        node.send(number, REGISTER, "identity", Duration.ofMillis(2));

        Poll.until(() -> {
            node.tick();
            return !node.events(OutboundGivenUp.class).isEmpty();
        });

        assertThat(node.events(OutboundGivenUp.class))
                .extracting(OutboundGivenUp::caseNumber)
                .containsOnly(number);
    }

    @Test
    void a_worker_killed_between_the_call_and_its_record_is_followed_by_another_with_effect_one() {
        CountDownLatch forever = new CountDownLatch(1);
        register.after(request -> {
            if (register.received().size() == 1) {
                await(forever);
            }
        });
        UUID id = node.send(number, PUSH, "status", LONG);
        Poll.until(() -> register.effects().size() == 1);
        jdbc.sql("update outbound set next_at = now(), lease_until = now() where id = ?")
                .param(id)
                .update();

        TestNode survivor = anotherNode(TestNode.SETTINGS);
        survivor.untilState(id, State.ANSWERED);
        forever.countDown();
        Poll.until(() -> register.mostAtOnce() == 2 && !node.isBusy());

        assertThat(register.received()).hasSize(2).allMatch(request -> request.id()
                .equals(id));
        assertThat(register.effects()).containsExactly("status");
        assertThat(survivor.events(OutboundAnswered.class)).hasSize(1);
        assertThat(node.events(OutboundAnswered.class)).isEmpty();
    }

    @Test
    void two_relays_at_once_take_each_row_once() {
        TestNode second = anotherNode(TestNode.SETTINGS);
        List<UUID> ids = new ArrayList<>();
        node.inTransaction(() -> IntStream.range(0, 60)
                .forEach(i -> ids.add(node.outbound.send(node.call(number, REGISTER, "q" + i, LONG)))));

        Poll.until(() -> {
            node.tick();
            second.tick();
            return ids.stream().allMatch(id -> node.state(id) == State.ANSWERED);
        });

        assertThat(register.received()).hasSize(60);
        assertThat(node.events.size() + second.events.size()).isEqualTo(60);
    }

    @Test
    void no_more_calls_are_under_way_than_allowed_for_one_register() {
        node.inTransaction(() ->
                IntStream.range(0, 20).forEach(i -> node.outbound.send(node.call(number, REGISTER, "q" + i, LONG))));

        Poll.until(() -> register.effects().size() == 20);

        assertThat(register.mostAtOnce()).isLessThanOrEqualTo(TestNode.SETTINGS.workersPerRegister());
    }

    @Test
    void pushes_of_one_case_keep_their_order_and_queries_do_not_wait_for_them() {
        AtomicInteger failures = new AtomicInteger();
        register.before(request -> {
            if (request.query().equals("s0") && failures.incrementAndGet() <= 3) {
                throw new OutboundChannel.Unavailable("UNREACHABLE", null, null);
            }
        });
        List<UUID> ids = new ArrayList<>();
        node.inTransaction(() -> IntStream.range(0, 5)
                .forEach(i -> ids.add(node.outbound.send(node.call(number, PUSH, "s" + i, LONG)))));
        UUID query = node.send(number, REGISTER, "query", LONG);

        node.untilState(ids.get(4), State.ANSWERED);
        node.untilState(query, State.ANSWERED);
        assertThat(register.effects().stream().filter(effect -> effect.startsWith("s")))
                .containsExactly("s0", "s1", "s2", "s3", "s4");
    }

    private TestNode anotherNode(OutboundSettings settings) {
        TestNode made = new TestNode(register, jdbc, vault, audit, transactions, settings);
        nodes.add(made);
        return made;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
