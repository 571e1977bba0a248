package org.haina.service.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.haina.service.outbound.OutboundCall.Kind.REGISTER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.haina.integrations.licencestore.LicenceTypes;
import org.haina.integrations.registers.Authorities;
import org.haina.integrations.registers.IntegrationsSettings;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.ServiceTest;
import org.haina.service.Steering;
import org.haina.service.audit.Audit;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.CaseNumbers;
import org.haina.service.outbound.OutboundLedger.State;
import org.haina.service.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Against authorities of its own over real HTTP. */
@ServiceTest
class RegisterChannelTests {

    private static final String REGISTER_KEY = "public-security";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Vault vault;

    @Autowired
    Audit audit;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    @Autowired
    Outbound outbound;

    @Autowired
    OutboundLedger ledger;

    @TempDir
    Path directory;

    private SandboxServer sandbox;
    private RegisterChannel channel;

    @BeforeEach
    void start() throws IOException {
        sandbox = SandboxServer.start(0, directory, clock);
        channel = new RegisterChannel(new Authorities(
                IntegrationsSettings.sandbox(sandbox.uri()).waiting(Duration.ofMillis(500), Duration.ofMillis(200)),
                LicenceTypes.standard(),
                clock));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void an_answer_comes_back_in_our_words() {
        assertThat(channel.call(request("identity")).get("finding").asText()).isEqualTo("found");
    }

    @ParameterizedTest
    @CsvSource({"fail, SERVER_ERROR", "down, UNREACHABLE", "timeout-after-work, TIMEOUT", "too-many, TOO_MANY_REQUESTS"
    })
    void silence_means_ask_again(String mode, String code) {
        try (Steering register = Steering.of(sandbox, REGISTER_KEY)) {
            register.to(mode);

            assertThatThrownBy(() -> channel.call(request("identity")))
                    .isInstanceOfSatisfying(OutboundChannel.Unavailable.class, trouble -> assertThat(trouble.code())
                            .isEqualTo(code));
        }
    }

    @ParameterizedTest
    @CsvSource({"malformed, MALFORMED", "wrong-id, WRONG_SUBJECT", "oversized, TOO_LARGE", "redirect, REDIRECTED"})
    void a_wrong_answer_goes_to_a_person(String mode, String code) {
        try (Steering register = Steering.of(sandbox, REGISTER_KEY)) {
            register.to(mode);

            assertThatThrownBy(() -> channel.call(request("identity")))
                    .isInstanceOfSatisfying(OutboundChannel.Refused.class, trouble -> assertThat(trouble.code())
                            .isEqualTo(code));
        }
    }

    @Test
    void a_question_the_register_does_not_know_goes_to_a_person() {
        assertThatThrownBy(() -> channel.call(request("shoe-size")))
                .isInstanceOfSatisfying(OutboundChannel.Refused.class, trouble -> assertThat(trouble.code())
                        .isEqualTo("NOT_ASKABLE"));
    }

    @Test
    void the_running_service_asks_the_registers_it_is_configured_with() {
        CaseNumber number = new CaseNumbers(clock).next();
        var call = new OutboundCall(
                number,
                REGISTER,
                REGISTER_KEY,
                "identity",
                "identity",
                request("identity").parameters(),
                "教师资格认定",
                Duration.ofDays(1));

        UUID id = new TransactionTemplate(transactions).execute(status -> outbound.send(call));

        Poll.until(() -> ledger.find(id).orElseThrow().state() == State.ANSWERED);
    }

    @Test
    void calls_survive_an_outage_that_opens_the_circuit() throws Exception {
        CaseNumber number = new CaseNumbers(clock).next();
        try (Steering register = Steering.of(sandbox, REGISTER_KEY).to("down");
                TestNode node =
                        new TestNode(new Renamed(channel), jdbc, vault, audit, transactions, TestNode.SETTINGS)) {
            UUID id = node.send(number, REGISTER, "identity", Duration.ofDays(1));
            Poll.until(() -> {
                node.tick();
                return "BREAKER_OPEN".equals(node.ledger.find(id).orElseThrow().lastError());
            });

            register.to("ok");

            node.untilState(id, State.ANSWERED);
            assertThat(node.events(OutboundAnswered.class)).hasSize(1);
        }
    }

    private OutboundChannel.Request request(String query) {
        var parameters = JsonNodeFactory.instance
                .objectNode()
                .put("name", TestNode.PERSON.name())
                .put("idNumber", TestNode.PERSON.idNumber());
        return new OutboundChannel.Request(
                UUID.randomUUID(), new CaseNumbers(clock).next(), REGISTER_KEY, query, parameters, "教师资格认定");
    }

    /** The same register under a name the running service does not serve. */
    private record Renamed(OutboundChannel channel, String name) implements OutboundChannel {

        Renamed(OutboundChannel channel) {
            this(channel, "renamed-" + UUID.randomUUID());
        }

        @Override
        public Set<String> registers() {
            return Set.of(name);
        }

        @Override
        public JsonNode call(Request request) {
            return channel.call(new Request(
                    request.id(),
                    request.caseNumber(),
                    REGISTER_KEY,
                    request.query(),
                    request.parameters(),
                    request.purpose()));
        }
    }
}
