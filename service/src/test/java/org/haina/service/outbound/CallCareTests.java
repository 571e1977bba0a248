package org.haina.service.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.haina.service.outbound.OutboundCall.Kind.PUSH;
import static org.haina.service.outbound.OutboundCall.Kind.REGISTER;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.haina.service.ServiceTest;
import org.haina.service.audit.Audit;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.CaseNumbers;
import org.haina.service.outbound.CallCare.Kind;
import org.haina.service.outbound.CallCare.Note;
import org.haina.service.outbound.CallCare.Operator;
import org.haina.service.outbound.OutboundLedger.State;
import org.haina.service.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@ServiceTest
class CallCareTests {

    private static final Duration LONG = Duration.ofDays(1);
    private static final Operator FIRST = new Operator("operator.city", "运维示例");
    private static final Operator SECOND = new Operator("operator.second.city", "运维样例");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Vault vault;

    @Autowired
    Audit audit;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    CallCare care;

    @Autowired
    Clock clock;

    private final FakeRegister register = new FakeRegister();
    private TestNode node;
    private CaseNumber number;

    @BeforeEach
    void aRegisterThatIsDown() {
        node = new TestNode(register, jdbc, vault, audit, transactions, TestNode.SETTINGS);
        number = new CaseNumbers(clock).next();
        register.before(request -> {
            throw new OutboundChannel.Unavailable("UNREACHABLE", null, null);
        });
    }

    @AfterEach
    void stop() throws InterruptedException {
        node.close();
    }

    @Test
    void a_question_goes_to_a_person_before_its_time_is_over_once_and_is_tried_on() {
        UUID id = node.send(number, REGISTER, "identity", LONG);

        assertThat(care.handToPerson(id, "对方系统全天维护", FIRST)).isTrue();
        node.untilState(id, State.MANUAL);
        assertThat(care.handToPerson(id, "对方系统全天维护", SECOND)).isFalse();
        register.heal();
        node.untilState(id, State.ANSWERED);

        assertThat(node.events(OutboundGivenUp.class)).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo(id);
            assertThat(event.stillTried()).isTrue();
        });
        assertThat(node.events(OutboundAnswered.class)).singleElement().matches(OutboundAnswered::late);
        assertThat(care.notes(id))
                .extracting(Note::kind, Note::name, Note::words)
                .containsExactly(tuple(Kind.REROUTED, "运维示例", "对方系统全天维护"));
    }

    @Test
    void what_is_told_and_asks_nothing_goes_to_nobody_else() {
        UUID id = node.send(number, PUSH, "push-status", LONG);

        assertThat(care.handToPerson(id, "对方系统全天维护", FIRST)).isFalse();
        assertThat(care.notes(id)).isEmpty();
    }

    @Test
    void one_operator_looks_after_a_call_until_another_takes_it_over_and_it_is_written_from_whom() {
        UUID id = node.send(number, REGISTER, "identity", LONG);

        assertThat(care.take(id, FIRST)).isTrue();
        assertThat(care.take(id, FIRST)).isFalse();
        assertThat(care.take(id, SECOND)).isTrue();

        assertThat(node.ledger.find(id).orElseThrow().keeper()).isEqualTo("运维样例");
        assertThat(care.notes(id))
                .extracting(Note::name, Note::words)
                .containsExactly(tuple("运维示例", ""), tuple("运维样例", "运维示例"));
        register.heal();
        node.untilState(id, State.ANSWERED);
        assertThat(care.take(id, FIRST)).isFalse();
        care.note(id, "对方说明了原因", FIRST);
        assertThat(care.notes(id)).hasSize(3).last().extracting(Note::words).isEqualTo("对方说明了原因");
    }

    @Test
    void nothing_said_is_no_note() {
        UUID id = node.send(number, REGISTER, "identity", LONG);

        assertThatThrownBy(() -> care.note(id, "  x ", FIRST)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> care.handToPerson(id, "多".repeat(501), FIRST))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(care.notes(id)).isEmpty();
    }
}
