package org.haina.service.minors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.SqlPredicate;
import org.haina.service.access.Visibilities;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who asked to read what, and what was decided. An approval counts only in the organ it was given in; of a case that only
 * those who supervise see, only they find what was asked.
 */
@Repository
class AccessRows {

    private static final String OWN_ORGAN = " org = :org and district = :district ";
    private static final String STANDS = " outcome = 'APPROVED' and revoked_at is null and valid_until >= :today ";

    private static final String WAITS = " outcome is null and account <> :account ";

    /** Whose organ is responsible decides on what its officials see anyway; a supervisor on what only supervisors see. */
    private static final String FOR_MANAGER =
            """
            org = :org and district = :district
              and (:responsible and case_number is null
                   or exists (select 1 from case_file c where c.number = minor_access.case_number
                              and (:responsible or c.supervised) and %s))
            """;

    private final JdbcClient jdbc;
    private final Visibilities visibilities;

    AccessRows(JdbcClient jdbc, Visibilities visibilities) {
        this.jdbc = jdbc;
        this.visibilities = visibilities;
    }

    /** False if the same is waiting already. */
    boolean insert(Official by, ItemKey item, Optional<CaseNumber> number, String purpose, Instant at) {
        return jdbc.sql(
                                """
                                insert into minor_access (id, account, display_name, org, district, item_key, case_number,
                                  purpose, asked_at)
                                values (:id, :account, :name, :org, :district, :item, :number, :purpose, :at)
                                on conflict do nothing
                                """)
                        .param("id", UUID.randomUUID())
                        .param("account", by.account())
                        .param("name", by.displayName())
                        .param("org", by.org())
                        .param("district", by.district().code())
                        .param("item", item.value())
                        .param("number", number.map(CaseNumber::value).orElse(null))
                        .param("purpose", purpose)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** The approval by which this official may read this case today, one for the case itself first. */
    Optional<MinorAccess> standing(Official by, ItemKey item, CaseNumber number, LocalDate today) {
        return jdbc.sql(
                        "select * from minor_access where account = :account and" + OWN_ORGAN + "and" + STANDS
                                + """
                          and (case_number = :number or case_number is null and item_key = :item)
                        order by case_number nulls last, decided_at desc limit 1
                        """)
                .param("account", by.account())
                .param("org", by.org())
                .param("district", by.district().code())
                .param("today", today)
                .param("number", number.value())
                .param("item", item.value())
                .query(AccessRows::read)
                .optional();
    }

    /** What this official has asked that concerns the case, the latest first. */
    List<MinorAccess> asked(Official by, ItemKey item, CaseNumber number) {
        return jdbc.sql(
                        "select * from minor_access where account = :account and" + OWN_ORGAN
                                + """
                          and (case_number = :number or case_number is null and item_key = :item)
                        order by asked_at desc, id limit 5
                        """)
                .param("account", by.account())
                .param("org", by.org())
                .param("district", by.district().code())
                .param("number", number.value())
                .param("item", item.value())
                .query(AccessRows::read)
                .list();
    }

    /** What waits in this manager's organ, except what he asks himself, oldest first. */
    List<MinorAccess> waiting(Official manager, Optional<UUID> after, int limit) {
        return ofOrgan(manager, WAITS, "asked_at", after, LocalDate.EPOCH, limit);
    }

    int countWaiting(Official manager) {
        return forManager("select count(*) from minor_access where" + WAITS + "and", "", manager)
                .param("account", manager.account())
                .query(Integer.class)
                .single();
    }

    /** Approvals of this manager's organ that stand, the next to end first. */
    List<MinorAccess> standing(Official manager, Optional<UUID> after, LocalDate today, int limit) {
        return ofOrgan(manager, STANDS, "valid_until", after, today, limit);
    }

    private List<MinorAccess> ofOrgan(
            Official manager, String which, String order, Optional<UUID> after, LocalDate today, int limit) {
        String page =
                """
                and (cast(:after as uuid) is null
                     or (%1$s, id) > (select %1$s, id from minor_access where id = :after))
                order by %1$s, id limit :limit
                """
                        .formatted(order);
        return forManager("select * from minor_access where" + which + "and", page, manager)
                .param("account", manager.account())
                .param("today", today)
                .param("after", after.orElse(null))
                .param("limit", limit)
                .query(AccessRows::read)
                .list();
    }

    /** If it is this manager's to decide; locked until the transaction ends. */
    Optional<MinorAccess> lock(UUID id, Official manager) {
        return forManager("select * from minor_access where id = :id and", "for update", manager)
                .param("id", id)
                .query(AccessRows::read)
                .optional();
    }

    private JdbcClient.StatementSpec forManager(String before, String after, Official manager) {
        SqlPredicate seen = visibilities.of(manager).sql("c");
        return jdbc.sql(before + " " + FOR_MANAGER.formatted(seen.sql()) + after)
                .params(seen.parameters())
                .param("responsible", manager.has(Role.DECIDER) || manager.has(Role.HEAD))
                .param("org", manager.org())
                .param("district", manager.district().code());
    }

    void decide(
            UUID id, MinorAccess.Outcome outcome, String opinion, Official by, Optional<LocalDate> until, Instant at) {
        jdbc.sql(
                        """
                        update minor_access set outcome = :outcome, opinion = :opinion, decided_by = :account,
                          decided_name = :name, decided_at = :at, valid_until = :until
                        where id = :id
                        """)
                .param("outcome", outcome.name())
                .param("opinion", opinion)
                .param("account", by.account())
                .param("name", by.displayName())
                .param("at", Timestamp.from(at))
                .param("until", until.orElse(null))
                .param("id", id)
                .update();
    }

    void revoke(UUID id, Official by, Instant at) {
        jdbc.sql("update minor_access set revoked_at = :at, revoked_by = :account where id = :id")
                .param("at", Timestamp.from(at))
                .param("account", by.account())
                .param("id", id)
                .update();
    }

    private static MinorAccess read(ResultSet row, int n) throws SQLException {
        return new MinorAccess(
                row.getObject("id", UUID.class),
                row.getString("account"),
                row.getString("display_name"),
                new ItemKey(row.getString("item_key")),
                Optional.ofNullable(row.getString("case_number")).map(CaseNumber::new),
                row.getString("purpose"),
                row.getTimestamp("asked_at").toInstant(),
                Optional.ofNullable(row.getString("outcome")).map(MinorAccess.Outcome::valueOf),
                row.getString("opinion"),
                Optional.ofNullable(row.getString("decided_name")),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                Optional.ofNullable(row.getTimestamp("revoked_at")).map(Timestamp::toInstant));
    }
}
