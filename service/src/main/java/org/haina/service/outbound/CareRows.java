package org.haina.service.outbound;

import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.outbound.CallCare.Kind;
import org.haina.service.outbound.CallCare.Note;
import org.haina.service.outbound.CallCare.Operator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes on calls, and who looks after them. */
@Repository
class CareRows {

    private final JdbcClient jdbc;

    CareRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Note> notes(UUID call) {
        return jdbc.sql(
                        """
                        select at, name, kind, words from (
                          select * from outbound_note where call = :call order by id desc limit 200) newest
                        order by id
                        """)
                .param("call", call)
                .query((row, n) -> new Note(
                        row.getTimestamp(1).toInstant(),
                        row.getString(2),
                        Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                        row.getString(4)))
                .list();
    }

    void insert(UUID call, Note note, String author) {
        jdbc.sql(
                        """
                        insert into outbound_note (call, at, author, name, kind, words)
                        values (:call, :at, :author, :name, :kind, :words)
                        """)
                .param("call", call)
                .param("at", Timestamp.from(note.at()))
                .param("author", author)
                .param("name", note.name())
                .param("kind", note.kind().name().toLowerCase(Locale.ROOT))
                .param("words", note.words())
                .update();
    }

    /** The name of who looked after it before, empty text if nobody did; nothing if it is over or his already. */
    Optional<String> take(UUID call, Operator by) {
        return jdbc.sql(
                        """
                        with before as (
                          select id, keeper_name from outbound
                          where id = :call and done_at is null and keeper is distinct from :account for update)
                        update outbound set keeper = :account, keeper_name = :name
                        from before where outbound.id = before.id
                        returning coalesce(before.keeper_name, '')
                        """)
                .param("call", call)
                .param("account", by.account())
                .param("name", by.name())
                .query(String.class)
                .optional();
    }

    /** False unless somebody waits for an answer and no person has been told to take over. */
    boolean endPatience(UUID call) {
        return jdbc.sql(
                                """
                                update outbound set give_up_at = now()
                                where id = :call and kind = 'register' and give_up_at > now()
                                  and state in ('pending', 'running')
                                """)
                        .param("call", call)
                        .update()
                == 1;
    }
}
