package org.haina.service.cases;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has happened to cases beside their moves, and the whole of it as it is read. */
@Repository
class CaseEventRows {

    private final JdbcClient jdbc;

    CaseEventRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean hasEvent(CaseNumber number, CaseMove move) {
        return jdbc.sql("select exists (select 1 from case_event where case_number = :number and kind = :kind)")
                .param("number", number.value())
                .param("kind", move.name())
                .query(Boolean.class)
                .single();
    }

    /** True if the case is closed. */
    boolean note(CaseNumber number, String kind, String label, String note, Actor by, Instant at) {
        return jdbc.sql(
                        """
                        insert into case_event (case_number, at, kind, label, note, actor_kind, actor, actor_label)
                        values (:number, :at, :kind, :label, :note, :actorKind, :actor, :actorLabel)
                        returning (select closed_at is not null from case_file where number = case_number)
                        """)
                .param("number", number.value())
                .param("at", Timestamp.from(at))
                .param("kind", kind)
                .param("label", label)
                .param("note", note)
                .param("actorKind", by.kind().name())
                .param("actor", by.id())
                .param("actorLabel", by.label())
                .query(Boolean.class)
                .single();
    }

    /** Oldest first, at most 500; what was taken back says so. */
    List<TimelineEntry> timeline(CaseNumber number) {
        return jdbc.sql(
                        """
                        select at, kind, label || case when taken_back_at is null then '' else '（已收回）' end label,
                          actor_label, note from case_event
                        where case_number = :number order by id limit 500
                        """)
                .param("number", number.value())
                .query((row, n) -> new TimelineEntry(
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getString("label"),
                        row.getString("actor_label"),
                        row.getString("note")))
                .list();
    }

    /** The last line of this kind tells from now on that it was taken back. */
    void takeBack(CaseNumber number, String kind, Instant at) {
        jdbc.sql(
                        """
                        update case_event set taken_back_at = :at where id = (select max(id) from case_event
                          where case_number = :number and kind = :kind and taken_back_at is null)
                        """)
                .param("number", number.value())
                .param("kind", kind)
                .param("at", Timestamp.from(at))
                .update();
    }
}
