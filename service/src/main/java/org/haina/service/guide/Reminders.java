package org.haina.service.guide;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
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
}
