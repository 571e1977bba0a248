package org.haina.service.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.calendar.Limit;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.CaseNumbers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The scheduled sweep runs beside these tests, as a second node would. */
@ServiceTest
class ClockSweepTests {

    private static final LocalDateTime AFTER_NOTICE = LocalDateTime.of(2026, 12, 1, 0, 0);

    @Autowired
    CaseClocks clocks;

    @Autowired
    ClockSweep sweep;

    @Autowired
    MovableClock time;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventMulticaster multicaster;

    private final Queue<Object> told = new ConcurrentLinkedQueue<>();
    private final List<ApplicationListener<?>> listeners = new ArrayList<>();

    @AfterEach
    void time_stands_where_it_stood_and_nobody_listens() {
        time.set(MovableClock.START);
        listeners.forEach(multicaster::removeApplicationListener);
    }

    @Test
    void a_limit_lasts_until_midnight_of_its_last_day_and_is_told_once() {
        CaseNumber number = licence();
        listenTo(number, told::add);

        time.set(LocalDateTime.of(2026, 11, 30, 23, 59, 59));
        sweep.run();
        assertThat(told).isEmpty();

        time.set(AFTER_NOTICE);
        awaitTold(1);
        sweep.run();
        sweep.run();

        assertThat(told)
                .containsExactly(new ClockExpired(
                        number, ClockName.NOTICE, LocalDate.of(2026, 11, 30), Consequence.DEEMED_ACCEPTED));
    }

    @Test
    void silence_of_the_organ_makes_the_decision_count_from_receipt() {
        CaseNumber number = licence();
        listenTo(number, event -> clocks.observe(number, Moment.DEEMED_ACCEPTED, time.instant(), "clock", null));

        time.set(AFTER_NOTICE);

        await().untilAsserted(() -> {
            sweep.run();
            assertThat(clocks.deadline(number, ClockName.DECISION).orElseThrow().due())
                    .isEqualTo("2026-12-21"); // 20 working days from 23 November, not from 1 December
        });
        assertThat(clocks.deadline(number, ClockName.NOTICE)).isEmpty();
    }

    @Test
    void a_missed_promise_is_another_event_than_a_missed_law() {
        LimitTerms terms = new LimitTerms(null, null, null, Limit.workingDays(2), null, LocalDate.of(2026, 11, 24));
        CaseNumber number = received("teacher-regulation", terms);
        listenTo(number, told::add);

        time.set(LocalDateTime.of(2026, 11, 27, 1, 0));
        awaitTold(1);
        time.set(LocalDateTime.of(2026, 12, 25, 1, 0));
        awaitTold(2);

        assertThat(told)
                .containsExactly(
                        new PromiseMissed(number, ClockName.DECISION, LocalDate.of(2026, 11, 26)),
                        new ClockExpired(number, ClockName.DECISION, LocalDate.of(2026, 12, 24), Consequence.ESCALATE));
    }

    @Test
    void a_clock_that_ended_or_stands_is_not_told() {
        CaseNumber ended = licence();
        CaseNumber stands = licence();
        observe(ended, Moment.WITHDRAWN, null);
        observe(stands, Moment.ACCEPTED, null);
        observe(stands, Moment.SPECIAL_PROCEDURE_NOTIFIED, "notice-45");
        listenTo(ended, told::add);
        listenTo(stands, told::add);

        time.set(LocalDateTime.of(2027, 3, 1, 0, 0));
        sweep.run();

        assertThat(told).isEmpty();
    }

    @Test
    void a_failing_consequence_is_rolled_back_tried_again_and_blocks_nobody() {
        CaseNumber bad = licence();
        CaseNumber good = licence();
        listenTo(bad, event -> {
            clocks.observe(bad, Moment.CLOSED, time.instant(), "clock", null);
            throw new IllegalStateException("no such case");
        });
        listenTo(good, told::add);

        time.set(AFTER_NOTICE);
        awaitTold(1);
        await().until(() -> attempts(bad) > 0);

        assertThat(clocks.ledger(bad)).hasSize(1);
        assertThat(sweep.failing()).isPositive();
        assertThat(problem(bad)).isEqualTo("IllegalStateException");

        listeners.forEach(multicaster::removeApplicationListener);
        listenTo(bad, told::add);
        assertThat(told).hasSize(1);
        jdbc.sql("update clock_due set retry_at = now() where case_number = :number")
                .param("number", bad.value())
                .update();
        awaitTold(2);
    }

    @Test
    void sweeps_side_by_side_tell_each_limit_once() {
        List<CaseNumber> numbers = Stream.generate(this::licence).limit(30).toList();
        numbers.forEach(number -> listenTo(number, told::add));

        time.set(AFTER_NOTICE);
        CompletableFuture<?>[] nodes = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(sweep::run))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(nodes).join();
        awaitTold(30);
        sweep.run();

        assertThat(told).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void a_case_somebody_is_working_on_is_left_for_later() {
        CaseNumber number = licence();
        listenTo(number, told::add);

        transaction.executeWithoutResult(status -> {
            clocks.observe(number, Moment.ACCEPTED, time.instant(), "clerk", null);
            time.set(AFTER_NOTICE);
            CompletableFuture.runAsync(sweep::run).join();
            assertThat(told).isEmpty();
        });
        sweep.run();

        assertThat(told).isEmpty(); // it was accepted in time after all
    }

    private void awaitTold(int number) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            sweep.run();
            return told.size() >= number;
        });
    }

    private void listenTo(CaseNumber number, Consumer<Object> reaction) {
        ApplicationListener<PayloadApplicationEvent<Object>> listener = ApplicationListener.forPayload(event -> {
            boolean ours = event instanceof ClockExpired expired
                    ? expired.number().equals(number)
                    : event instanceof PromiseMissed missed && missed.number().equals(number);
            if (ours) {
                reaction.accept(event);
            }
        });
        listeners.add(listener);
        multicaster.addApplicationListener(listener);
    }

    private CaseNumber licence() {
        return received("administrative-licence", LimitTerms.ofPolicy());
    }

    private CaseNumber received(String policy, LimitTerms terms) {
        CaseNumber number = new CaseNumbers(time).next();
        transaction.executeWithoutResult(
                status -> clocks.receive(number, policy, terms, time.instant(), "citizen", null));
        return number;
    }

    private void observe(CaseNumber number, Moment moment, @Nullable String document) {
        transaction.executeWithoutResult(status -> clocks.observe(number, moment, time.instant(), "clerk", document));
    }

    private int attempts(CaseNumber number) {
        return jdbc.sql("select max(attempts) from clock_due where case_number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    private String problem(CaseNumber number) {
        return jdbc.sql("select problem from clock_due where case_number = :number and problem is not null")
                .param("number", number.value())
                .query(String.class)
                .single();
    }
}
