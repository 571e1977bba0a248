package org.haina.service.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.CaseScope;
import org.haina.service.access.Visibilities;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseLists;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.District;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.MandateStanding.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class MandatesTests {

    private static final ItemKey ITEM = new ItemKey("school-transfer");
    private static final ItemKey OTHER = new ItemKey("teacher-qualification");

    @Autowired
    Parties parties;

    @Autowired
    Mandates mandates;

    @Autowired
    Visibilities visibilities;

    @Autowired
    CaseLists lists;

    @Autowired
    Filing filing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private PartyId agent;
    private PartyId principal;
    private LocalDate today;

    @BeforeEach
    void two_parties() {
        agent = party();
        principal = party();
        today = LocalDate.now(clock);
    }

    @Test
    void a_mandate_covers_its_item_from_its_first_to_its_last_day() {
        mandates.grant(mandate(Optional.of(ITEM), today, today), "clerk.huangpu");

        assertThat(state(ITEM)).isEqualTo(State.HOLDS);
        assertThat(state(OTHER)).isEqualTo(State.OTHER_ITEM);
        assertThat(mandates.standing(principal, agent, ITEM).state()).isEqualTo(State.NONE);
    }

    @Test
    void a_guardian_is_asked_for_as_such_whatever_the_child_has_ordered() {
        mandates.grant(
                Mandate.of(
                        Mandate.Kind.GUARDIAN,
                        agent,
                        principal,
                        Optional.empty(),
                        today,
                        today.plusYears(1),
                        "人口库亲子关系核验"),
                "clerk.huangpu");
        mandates.grant(mandate(Optional.empty(), today, today.plusYears(2)), "clerk.huangpu");

        assertThat(mandates.standing(agent, principal, ITEM)
                        .mandate()
                        .orElseThrow()
                        .kind())
                .isEqualTo(Mandate.Kind.GUARDIAN);
    }

    @Test
    void an_expired_or_future_mandate_covers_nothing() {
        mandates.grant(mandate(Optional.empty(), today.minusDays(30), today.minusDays(1)), "clerk.huangpu");
        assertThat(state(ITEM)).isEqualTo(State.EXPIRED);
        Mandate future = mandate(Optional.empty(), today.plusDays(1), today.plusDays(30));
        mandates.grant(future, "clerk.huangpu");

        assertThat(mandates.standing(agent, principal, ITEM))
                .isEqualTo(new MandateStanding(State.NOT_YET, Optional.of(future)));
        assertThat(mandates.heldBy(agent)).isEmpty();
        assertThat(mandates.everHeldBy(agent)).hasSize(2).startsWith(future);
    }

    @Test
    void a_revoked_mandate_ends_at_once_and_is_revoked_once() {
        Mandate mandate = mandate(Optional.empty(), today, today.plusYears(1));
        mandates.grant(mandate, "clerk.huangpu");
        assertThat(mandates.heldBy(agent)).containsExactly(mandate);

        assertThat(mandates.revoke(mandate.id(), "clerk.huangpu")).isTrue();

        assertThat(state(ITEM)).isEqualTo(State.NONE);
        assertThat(mandates.everHeldBy(agent)).isEmpty();
        assertThat(mandates.revoke(mandate.id(), "clerk.huangpu")).isFalse();
    }

    @Test
    void what_an_agent_sees_ends_with_the_mandate() {
        Caller caller = new Caller.Citizen(agent, 3);
        CaseScope scope = new CaseScope(
                ITEM,
                new District("310101"),
                "11319999MB0101012M",
                List.of(),
                principal,
                Optional.of(agent),
                agent.toString(),
                false,
                List.of());
        Mandate mandate = mandate(Optional.of(ITEM), today, today.plusYears(1));

        assertThat(visibilities.of(caller).sees(scope)).isFalse();
        mandates.grant(mandate, "clerk.huangpu");
        assertThat(visibilities.of(caller).sees(scope)).isTrue();
        mandates.revoke(mandate.id(), "clerk.huangpu");
        assertThat(visibilities.of(caller).sees(scope)).isFalse();
    }

    @Test
    void an_agent_lists_a_case_as_long_as_the_mandate_holds() {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = filing.filed(person);
        jdbc.sql("update case_file set agent_id = :agent where number = :number")
                .param("agent", agent.value())
                .param("number", number.value())
                .update();
        Mandate mandate = Mandate.of(
                Mandate.Kind.AGENT, agent, filing.party(person), Optional.empty(), today, today.plusYears(1), "deed");

        assertThat(listed()).as("without a mandate").isEmpty();
        mandates.grant(mandate, "clerk.huangpu");
        assertThat(listed()).containsExactly(number);
        mandates.revoke(mandate.id(), "clerk.huangpu");
        assertThat(listed()).as("after its end").isEmpty();
    }

    private State state(ItemKey item) {
        return mandates.standing(agent, principal, item).state();
    }

    private List<CaseNumber> listed() {
        return lists.of(visibilities.of(new Caller.Citizen(agent, 3)), agent, Optional.empty(), 10).stream()
                .map(CaseFile::number)
                .toList();
    }

    @Test
    void a_mandate_without_evidence_or_for_oneself_is_refused() {
        assertThatThrownBy(() -> Mandate.of(Mandate.Kind.AGENT, agent, agent, Optional.empty(), today, today, "deed"))
                .hasMessageContaining("himself");
        assertThatThrownBy(() -> Mandate.of(Mandate.Kind.AGENT, agent, principal, Optional.empty(), today, today, " "))
                .hasMessageContaining("evidence");
        assertThatThrownBy(() -> Mandate.of(
                        Mandate.Kind.AGENT, agent, principal, Optional.empty(), today, today.minusDays(1), "deed"))
                .hasMessageContaining("before it begins");
    }

    private Mandate mandate(Optional<ItemKey> item, LocalDate from, LocalDate until) {
        return Mandate.of(Mandate.Kind.AGENT, agent, principal, item, from, until, "deed 2026-1");
    }

    private PartyId party() {
        long serial = ThreadLocalRandom.current().nextLong(100_000_000_000L, 999_999_999_999L);
        return parties.record("111", "319999" + serial, "张示例");
    }
}
