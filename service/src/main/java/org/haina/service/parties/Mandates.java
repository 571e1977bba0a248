package org.haina.service.parties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haina.service.access.MandateDirectory;
import org.haina.service.access.Mandated;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may act for whom, item by item and day by day; granting and revoking are recorded in the log. */
@Service
public class Mandates implements MandateDirectory {

    private static final String VALID = " valid_from <= :today and valid_until >= :today and revoked_at is null ";

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Mandates(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param actor who enters it: party id, account or client */
    @Transactional
    public void grant(Mandate mandate, String actor) {
        jdbc.sql(
                        """
                        insert into mandate (id, agent_id, principal_id, kind, item_key, valid_from, valid_until,
                          may_commit, evidence, granted_at)
                        values (:id, :agent, :principal, :kind, :item, :from, :until, :commit, :evidence, :at)
                        """)
                .param("id", mandate.id())
                .param("agent", mandate.agent().value())
                .param("principal", mandate.principal().value())
                .param("kind", mandate.kind().name())
                .param("item", mandate.item().map(ItemKey::value).orElse(null))
                .param("from", mandate.validFrom())
                .param("until", mandate.validUntil())
                .param("commit", mandate.mayCommit())
                .param("evidence", mandate.evidence())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        audit.record(new AuditEntry(
                actor,
                "mandate.granted",
                "mandate:" + mandate.id(),
                null,
                Map.of(
                        "agent", mandate.agent().toString(),
                        "principal", mandate.principal().toString(),
                        "item", mandate.item().map(ItemKey::value).orElse(""),
                        "mayCommit", String.valueOf(mandate.mayCommit()))));
    }

    /** Ends the mandate now; false if it has ended already or never was. */
    @Transactional
    public boolean revoke(UUID id, String actor) {
        boolean revoked = jdbc.sql("update mandate set revoked_at = :at where id = :id and revoked_at is null")
                        .param("at", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
        if (revoked) {
            audit.record(new AuditEntry(actor, "mandate.revoked", "mandate:" + id, null, Map.of()));
        }
        return revoked;
    }

    /** Mandates the agent holds today, the latest first. */
    public List<Mandate> heldBy(PartyId agent) {
        return jdbc.sql("select * from mandate where agent_id = :party and" + VALID + "order by granted_at desc")
                .param("party", agent.value())
                .param("today", LocalDate.now(clock))
                .query((row, n) -> read(row))
                .list();
    }

    /** All mandates of the agent that were not revoked, of whatever days, those that last longest first. */
    public List<Mandate> everHeldBy(PartyId agent) {
        return jdbc.sql(
                        """
                        select * from mandate where agent_id = :party and revoked_at is null
                        order by valid_until desc, granted_at desc
                        """)
                .param("party", agent.value())
                .query((row, n) -> read(row))
                .list();
    }

    /**
     * What a principal has ordered, taken back or over or not, the latest first; guardianship is nobody's order.
     *
     * @param after id of the last one of the page before; nothing follows one that is not this principal's
     */
    public List<GivenMandate> givenBy(PartyId principal, Optional<UUID> after, int limit) {
        return jdbc.sql("select * from mandate where principal_id = :party and kind = 'AGENT'"
                        + (after.isPresent()
                                ? " and (granted_at, id) < (select m.granted_at, m.id from mandate m where m.id = :after"
                                        + " and m.principal_id = :party)"
                                : "")
                        + " order by granted_at desc, id desc limit :limit")
                .param("party", principal.value())
                .param("after", after.orElse(null))
                .param("limit", limit)
                .query((row, n) -> new GivenMandate(
                        read(row),
                        Optional.ofNullable(row.getTimestamp("revoked_at")).map(Timestamp::toInstant)))
                .list();
    }

    /**
     * Ends an order of this principal now; false if it is none of his, or has ended already.
     *
     * @param actor who enters it: party id or account
     */
    @Transactional
    public boolean revoke(UUID id, PartyId principal, String actor) {
        boolean open = jdbc.sql("select exists (select 1 from mandate where id = :id and principal_id = :party"
                        + " and kind = 'AGENT' and valid_until >= :today)")
                .param("id", id)
                .param("party", principal.value())
                .param("today", LocalDate.now(clock))
                .query(Boolean.class)
                .single();
        return open && revoke(id, actor);
    }

    /** The other orders of the same principal to the same agent that are not over, those that last longest first. */
    public List<Mandate> besides(UUID id) {
        return jdbc.sql(
                        """
                        select other.* from mandate one
                          join mandate other on other.agent_id = one.agent_id and other.principal_id = one.principal_id
                        where one.id = :id and other.id <> one.id and other.kind = 'AGENT'
                          and other.revoked_at is null and other.valid_until >= :today
                        order by other.valid_until desc, other.granted_at desc
                        """)
                .param("id", id)
                .param("today", LocalDate.now(clock))
                .query((row, n) -> read(row))
                .list();
    }

    /** Whether the agent may act for the principal in this item today, and if not why: the one place that says so. */
    public MandateStanding standing(PartyId agent, PartyId principal, ItemKey item) {
        return MandateStanding.of(
                everHeldBy(agent).stream()
                        .filter(mandate -> mandate.principal().equals(principal))
                        .toList(),
                item,
                LocalDate.now(clock));
    }

    /** By which who may act for the principal in this item today; of several the one granted last. */
    public Optional<Mandate> agentOf(PartyId principal, ItemKey item) {
        return jdbc.sql(
                        "select * from mandate where principal_id = :party and (item_key is null or item_key = :item) and"
                                + VALID + "order by granted_at desc limit 1")
                .param("party", principal.value())
                .param("item", item.value())
                .param("today", LocalDate.now(clock))
                .query((row, n) -> read(row))
                .optional();
    }

    /** True if a mandate that holds today for this item says that the agent may promise in writing for the principal. */
    public boolean mayCommit(PartyId agent, PartyId principal, ItemKey item) {
        return heldBy(agent).stream()
                .anyMatch(mandate ->
                        mandate.principal().equals(principal) && mandate.covers(item) && mandate.mayCommit());
    }

    /**
     * True if somebody was ever recorded as this person's guardian until a day that is not over: taken back or not, the
     * person is no older for it.
     */
    boolean neededGuardian(PartyId person) {
        return jdbc.sql("select exists (select 1 from mandate where principal_id = :party and kind = 'GUARDIAN'"
                        + " and valid_until >= :today)")
                .param("party", person.value())
                .param("today", LocalDate.now(clock))
                .query(Boolean.class)
                .single();
    }

    @Override
    public Set<Mandated> of(PartyId agent) {
        return heldBy(agent).stream()
                .map(mandate -> new Mandated(mandate.principal(), mandate.item()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Mandate read(ResultSet row) throws SQLException {
        return new Mandate(
                row.getObject("id", UUID.class),
                Mandate.Kind.valueOf(row.getString("kind")),
                new PartyId(row.getObject("agent_id", UUID.class)),
                new PartyId(row.getObject("principal_id", UUID.class)),
                Optional.ofNullable(row.getString("item_key")).map(ItemKey::new),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getBoolean("may_commit"),
                row.getString("evidence"));
    }
}
