package org.haina.service.guide;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.processes.Window.Round;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who wants to be told when a round opens. */
@Repository
class Reminders {

    private final JdbcClient jdbc;
    private final Clock clock;

    Reminders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Asking twice is asking once. */
    void add(PartyId party, ItemKey item, LocalDate opens) {
        jdbc.sql(
                        """
                        insert into reminder (party_id, item_key, opens, asked_at) values (:party, :item, :opens, :now)
                        on conflict do nothing
                        """)
                .param("party", party.value())
                .param("item", item.value())
                .param("opens", opens)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** What has been told stays on record. */
    void remove(PartyId party, ItemKey item, LocalDate opens) {
        row("delete from reminder", new Asked(party, item, opens), " and told_at is null")
                .update();
    }

    boolean has(PartyId party, ItemKey item, LocalDate opens) {
        return jdbc.sql(
                        """
                        select exists (select 1 from reminder
                          where party_id = :party and item_key = :item and opens = :opens)
                        """)
                .param("party", party.value())
                .param("item", item.value())
                .param("opens", opens)
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes one reminder of a round that is open; others that are being told just now are skipped. It counts whether
     * the round was announced for another day when it was asked for, or an earlier one was missed.
     */
    Optional<Asked> claim(ItemKey item, Round round) {
        return jdbc.sql(
                        """
                        select party_id, opens from reminder
                        where item_key = :item and told_at is null and opens <= :closes
                          and (retry_at is null or retry_at <= now())
                        order by opens limit 1 for update skip locked
                        """)
                .param("item", item.value())
                .param("closes", round.closes())
                .query((row, n) ->
                        new Asked(new PartyId(row.getObject(1, UUID.class)), item, row.getObject(2, LocalDate.class)))
                .optional();
    }

    void told(Asked asked, Round round, UUID message) {
        row(
                        "update reminder set told_at = :now, round_name = :name, round_closes = :closes, message_id = :message",
                        asked)
                .param("now", Timestamp.from(clock.instant()))
                .param("name", round.name())
                .param("closes", round.closes())
                .param("message", message)
                .update();
    }

    void later(Asked asked, Duration pause) {
        row("update reminder set retry_at = now() + :pause * interval '1 millisecond'", asked)
                .param("pause", pause.toMillis())
                .update();
    }

    /** Messages of rounds that have not closed yet, newest first. */
    List<Told> toldTo(PartyId party) {
        return jdbc.sql(
                        """
                        select item_key, round_name, round_closes, told_at from reminder
                        where party_id = :party and round_closes >= :today order by told_at desc
                        """)
                .param("party", party.value())
                .param("today", LocalDate.now(clock))
                .query((row, n) -> new Told(
                        new ItemKey(row.getString(1)),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /** @param opens first day of the round as it was announced then */
    record Asked(PartyId party, ItemKey item, LocalDate opens) {}

    record Told(ItemKey item, String round, LocalDate closes, Instant at) {}

    private JdbcClient.StatementSpec row(String sql, Asked asked) {
        return row(sql, asked, "");
    }

    private JdbcClient.StatementSpec row(String sql, Asked asked, String further) {
        return jdbc.sql(sql + " where party_id = :party and item_key = :item and opens = :opens" + further)
                .param("party", asked.party().value())
                .param("item", asked.item().value())
                .param("opens", asked.opens());
    }
}
