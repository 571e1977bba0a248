package org.haina.service.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.SignedIn;
import org.haina.service.outbound.OutboundLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The scheduled sweep runs beside these tests, as a second node would. */
@ServiceTest
class ReminderTests {

    private static final LocalDateTime BETWEEN_ROUNDS = LocalDateTime.of(2026, 12, 20, 9, 0);
    private static final LocalDateTime LAST_MINUTE = LocalDateTime.of(2027, 4, 11, 23, 59);
    private static final LocalDateTime OPENING = LocalDateTime.of(2027, 4, 12, 0, 0);

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    ReminderSweep sweep;

    @Autowired
    OutboundLedger ledger;

    @Autowired
    SandboxServer sandbox;

    @Autowired
    MovableClock time;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void no_round_is_open() {
        time.set(BETWEEN_ROUNDS);
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void whoever_asked_is_told_once_when_the_round_opens_and_reads_the_same_on_the_own_page() throws Exception {
        Citizen citizen = filing.citizen(TestPerson.admitted(sandbox));
        ask(citizen);
        ask(citizen);
        int before = messages();
        int waiting = waiting();

        time.set(LAST_MINUTE);
        sweep.run();
        assertThat(messages()).isEqualTo(before);
        assertThat(page(citizen)).doesNotContain("已经开放");

        time.set(OPENING);
        Stream.generate(() -> CompletableFuture.runAsync(sweep::run))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);
        sweep.run();

        assertThat(messages()).as("one for each who waits, however many sweep").isEqualTo(before + waiting);
        UUID message = message(citizen);
        TestDesk.await(
                "the message", () -> ledger.find(message).orElseThrow().state() == OutboundLedger.State.ANSWERED);
        assertThat(page(citizen)).contains("消息，2027年4月12日 00:00", "您关注的", "2027年春季已经开放，截止2027年4月23日");
        time.set(LocalDateTime.of(2027, 4, 24, 0, 0));
        assertThat(page(citizen)).as("after the round").doesNotContain("已经开放");
    }

    @Test
    void who_thinks_again_is_not_told() throws Exception {
        Citizen citizen = filing.citizen(TestPerson.admitted(sandbox));
        ask(citizen);
        assertThat(page(citizen, "/items/teacher-qualification/reminder")).contains("已设提醒", "不用提醒了");
        assertThat(page(citizen, "/items/teacher-qualification")).contains("已设提醒");

        web.perform(post("/items/teacher-qualification/reminder")
                        .param("wanted", "false")
                        .with(SignedIn.as(citizen))
                        .with(csrf()))
                .andExpect(redirectedUrl("/items/teacher-qualification/reminder"));

        assertThat(page(citizen, "/items/teacher-qualification/reminder")).doesNotContain("已设提醒");
        time.set(OPENING);
        sweep.run();
        assertThat(page(citizen)).doesNotContain("已经开放");
    }

    @Test
    void nobody_is_told_of_what_another_asked_for() throws Exception {
        Citizen other = filing.citizen(TestPerson.unknown());
        ask(filing.citizen(TestPerson.admitted(sandbox)));

        time.set(OPENING);
        sweep.run();

        assertThat(page(other)).doesNotContain("已经开放");
    }

    @Test
    void a_reminder_needs_a_name_so_who_is_not_signed_in_is_asked_to() throws Exception {
        int before = reminders();

        web.perform(post("/items/teacher-qualification/reminder").with(csrf()))
                .andExpect(result ->
                        assertThat(result.getResponse().getForwardedUrl()).isNotNull());
        web.perform(get("/items/teacher-qualification/reminder")).andExpect(status().is3xxRedirection());

        assertThat(reminders()).isEqualTo(before);
    }

    private void ask(Citizen citizen) throws Exception {
        web.perform(post("/items/teacher-qualification/reminder").with(csrf()).with(SignedIn.as(citizen)))
                .andExpect(redirectedUrl("/items/teacher-qualification/reminder"));
    }

    private String page(Citizen citizen) throws Exception {
        return page(citizen, "/my/cases");
    }

    private String page(Citizen citizen, String address) throws Exception {
        return web.perform(get(address).with(SignedIn.as(citizen)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private int messages() {
        return jdbc.sql("select count(*) from outbound where query = 'push-message'")
                .query(Integer.class)
                .single();
    }

    /** Others may have asked too. */
    private int waiting() {
        int all = jdbc.sql("select count(*) from reminder where message_id is null and opens = ?")
                .param(OPENING.toLocalDate())
                .query(Integer.class)
                .single();
        assertThat(all).isPositive();
        return all;
    }

    private int reminders() {
        return jdbc.sql("select count(*) from reminder").query(Integer.class).single();
    }

    private UUID message(Citizen citizen) {
        List<UUID> found = jdbc.sql("select message_id from reminder where party_id = ?")
                .param(citizen.party().value())
                .query(UUID.class)
                .list();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
