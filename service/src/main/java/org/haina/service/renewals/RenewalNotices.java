package org.haina.service.renewals;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.issuance.Licence;
import org.haina.service.issuance.Licences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which licences have been told of. */
@Repository
class RenewalNotices {

    static final String NEAR =
            """
            select l.* from licence l
            where l.item = :item and l.valid_until between :from and :until and not l.told
              and not (l.edition_id = any(:but::uuid[]))
              and not exists (select 1 from case_file f
                where f.applicant_id = l.holder_id and f.item_key = :renewing
                  and f.data ->> :field = l.number and f.closed_at is null)
            order by l.valid_until limit 100
            """;

    private final JdbcClient jdbc;
    private final Licences licences;
    private final Clock clock;

    RenewalNotices(JdbcClient jdbc, Licences licences, Clock clock) {
        this.jdbc = jdbc;
        this.licences = licences;
        this.clock = clock;
    }

    /**
     * At most 100 licences that end in these days, both included, and have not been told of.
     *
     * @param renewing the item that renews them; who has asked for this licence already is not reminded
     * @param but editions that are left for another look
     */
    List<Licence> next(String item, ItemVersion renewing, LocalDate from, LocalDate until, Collection<UUID> but) {
        return jdbc.sql(NEAR)
                .param("item", item)
                .param("renewing", renewing.key().value())
                .param("field", licences.numberField(renewing).orElseThrow())
                .param("from", from)
                .param("until", until)
                .param("but", but.toArray(UUID[]::new))
                .query((row, n) -> Licences.read(row))
                .list();
    }

    /** False if it has been told of: another node, or this one before. Waits for who is about to tell of the same. */
    boolean claim(Licence licence) {
        return licences.tell(licence)
                && jdbc.sql(
                                        """
                                        insert into renewal_notice (edition_id, told_at) values (:edition, :at)
                                        on conflict do nothing
                                        """)
                                .param("edition", licence.edition())
                                .param("at", Timestamp.from(clock.instant()))
                                .update()
                        == 1;
    }

    void sent(Licence licence, UUID message) {
        jdbc.sql("update renewal_notice set message_id = :message where edition_id = :edition")
                .param("message", message)
                .param("edition", licence.edition())
                .update();
    }
}
