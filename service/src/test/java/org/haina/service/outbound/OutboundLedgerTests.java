package org.haina.service.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.haina.service.outbound.OutboundCall.Kind.CERTIFICATE;
import static org.haina.service.outbound.OutboundCall.Kind.PUSH;
import static org.haina.service.outbound.OutboundCall.Kind.REGISTER;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.audit.Audit;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.CaseNumbers;
import org.haina.service.outbound.OutboundLedger.Entry;
import org.haina.service.outbound.OutboundLedger.State;
import org.haina.service.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@ServiceTest
class OutboundLedgerTests {

    private static final Duration LONG = Duration.ofDays(1);

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

    private final FakeRegister register = new FakeRegister();
    private TestNode node;
    private CaseNumber number;

    @BeforeEach
    void aNode() {
        node = new TestNode(register, jdbc, vault, audit, transactions, TestNode.SETTINGS);
        number = new CaseNumbers(clock).next();
    }

    @AfterEach
    void stop() throws InterruptedException {
        node.close();
    }

    @Test
    void a_case_with_an_unregistered_certificate_is_not_closed_but_an_open_query_is_no_obstacle() {
        refuse();
        UUID query = node.send(number, REGISTER, "identity", LONG);
        node.untilState(query, State.FAILED);
        assertThat(node.ledger.hasOpen(number)).isFalse();

        UUID certificate = node.send(number, CERTIFICATE, "register", LONG);
        node.untilState(certificate, State.FAILED);
        assertThat(node.ledger.hasOpen(number)).isTrue();

        register.heal();
        node.inTransaction(() ->
                assertThat(node.ledger.retry(certificate, "operator.city")).isTrue());
        node.untilState(certificate, State.ANSWERED);
        assertThat(node.ledger.hasOpen(number)).isFalse();
        assertThat(node.events(OutboundAnswered.class)).singleElement().matches(OutboundAnswered::late);
    }

    @Test
    void an_operator_settles_what_will_not_be_answered() {
        refuse();
        UUID id = node.send(number, CERTIFICATE, "register", LONG);
        node.untilState(id, State.FAILED);

        assertThat(node.ledger.settle(id, "已通过公函登记", "operator.city")).isTrue();

        Entry entry = node.ledger.find(id).orElseThrow();
        assertThat(entry.state()).isEqualTo(State.CANCELLED);
        assertThat(entry.settlement()).isEqualTo("已通过公函登记");
        assertThat(node.ledger.hasOpen(number)).isFalse();
        assertThat(jdbc.sql("select action || ' ' || actor || ' ' || case_number from audit_entry where subject = ?")
                        .param("outbound:" + id)
                        .query(String.class)
                        .list())
                .containsExactly("outbound.settle operator.city " + number);
        assertThat(node.ledger.settle(id, "第二次", "operator.city")).isFalse();
        assertThat(node.ledger.retry(id, "operator.city")).isFalse();
    }

    @Test
    void a_message_of_no_case_that_never_arrives_is_left_to_an_operator_after_its_deadline() {
        register.before(request -> {
            throw new OutboundChannel.Unavailable("UNREACHABLE", null, null);
        });

        UUID late = node.send(null, PUSH, "push-message", Duration.ofMillis(1));
        UUID early = node.send(null, PUSH, "push-message", LONG);
        node.untilState(late, State.FAILED);
        TestDesk.await("a try", () -> node.ledger.find(early).orElseThrow().lastError() != null);

        assertThat(node.ledger.find(late).orElseThrow().lastError()).isEqualTo("UNREACHABLE");
        assertThat(node.state(early)).isIn(State.PENDING, State.RUNNING);
        node.inTransaction(
                () -> assertThat(node.ledger.retry(late, "operator.city")).isTrue());
    }

    @Test
    void settling_needs_a_reason() {
        assertThatThrownBy(() -> node.ledger.settle(UUID.randomUUID(), "  ", "operator.city"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void queries_nobody_needs_any_more_are_not_made() {
        register.before(request -> {
            throw new OutboundChannel.Unavailable("UNREACHABLE", Duration.ofHours(1), null);
        });
        UUID query = node.send(number, REGISTER, "identity", LONG);
        UUID certificate = node.send(number, CERTIFICATE, "register", LONG);

        node.outbound.cancelQueries(number);

        assertThat(node.state(query)).isEqualTo(State.CANCELLED);
        assertThat(node.state(certificate)).isIn(State.PENDING, State.RUNNING);
    }

    @Test
    void the_list_is_paged_newest_first_and_filtered_by_state() {
        refuse();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(node.send(number, REGISTER, "q" + i, LONG));
        }
        ids.forEach(id -> node.untilState(id, State.FAILED));

        List<Entry> first = node.ledger.list(State.FAILED, Long.MAX_VALUE, 2);
        List<Entry> next = node.ledger.list(State.FAILED, first.get(1).sequence(), 1);

        assertThat(first).extracting(Entry::id).containsExactly(ids.get(2), ids.get(1));
        assertThat(next).extracting(Entry::id).containsExactly(ids.get(0));
        assertThat(node.ledger.list(null, first.get(0).sequence() + 1, 1))
                .extracting(Entry::id)
                .containsExactly(ids.get(2));
        assertThat(node.ledger.of(number)).extracting(Entry::id).containsExactlyElementsOf(ids);
    }

    @Test
    void operators_see_how_much_waits_and_how_long() {
        refuse();
        long before = node.ledger.openByState().getOrDefault(State.FAILED, 0L);
        UUID id = node.send(number, REGISTER, "identity", LONG);
        node.untilState(id, State.FAILED);
        jdbc.sql("update outbound set created_at = now() - interval '3 days' where id = ?")
                .param(id)
                .update();

        assertThat(node.ledger.openByState()).containsEntry(State.FAILED, before + 1);
        assertThat(node.ledger.oldestOpen().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofDays(3));
    }

    @Test
    void a_call_with_a_malformed_name_or_no_patience_cannot_exist() {
        var nothing = JsonNodeFactory.instance.objectNode();
        assertThatThrownBy(() -> new OutboundCall(number, REGISTER, "../x", "q", "r", nothing, "p", LONG))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutboundCall(number, REGISTER, "x", "q", "r", nothing, "p", Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutboundCall(
                        number, REGISTER, "x", "q", "r", JsonNodeFactory.instance.arrayNode(), "p", LONG))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void refuse() {
        register.before(request -> {
            throw new OutboundChannel.Refused("REJECTED", null);
        });
    }
}
