package org.haina.service.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haina.service.keys.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Corrections as stored. */
@Repository
class CorrectionRows {

    private final JdbcClient jdbc;

    CorrectionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(
            CaseNumber number,
            String askedBy,
            Instant at,
            List<CorrectionMark> marks,
            Optional<Ground> ground,
            boolean afterAcceptance) {
        jdbc.sql(
                        """
                        with asked as (
                          insert into correction (case_number, ordinal, asked_by, asked_at, ground, ground_call,
                            after_acceptance)
                          select :number, coalesce(max(ordinal), 0) + 1, :by, :at, :ground, :call, :afterAcceptance
                          from correction where case_number = :number
                          returning id)
                        insert into correction_mark (correction_id, position, target, label, text)
                        select asked.id, m.position, m.target, m.label, m.text
                        from asked, unnest(:targets::text[], :labels::text[], :texts::text[])
                          with ordinality m(target, label, text, position)
                        """)
                .param("number", number.value())
                .param("by", askedBy)
                .param("at", Timestamp.from(at))
                .param("ground", ground.map(Ground::words).orElse(null))
                .param("call", ground.flatMap(Ground::call).orElse(null))
                .param("afterAcceptance", afterAcceptance)
                .param("targets", marks.stream().map(CorrectionMark::target).toArray(String[]::new))
                .param("labels", marks.stream().map(CorrectionMark::label).toArray(String[]::new))
                .param("texts", marks.stream().map(CorrectionMark::text).toArray(String[]::new))
                .update();
    }

    void answered(long id, Instant at) {
        jdbc.sql("update correction set answered_at = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    /** What was asked for after the acceptance and waits is not asked for any more. */
    void dropped(CaseNumber number, Instant at) {
        jdbc.sql("update correction set dropped_at = :at where case_number = :number and after_acceptance"
                        + " and answered_at is null and dropped_at is null")
                .param("at", Timestamp.from(at))
                .param("number", number.value())
                .update();
    }

    /** Those of these cases in which something asked for after the acceptance waits. */
    Set<CaseNumber> owing(List<CaseNumber> numbers) {
        return jdbc
                .sql("select distinct case_number from correction where case_number in (:numbers) and after_acceptance"
                        + " and answered_at is null and dropped_at is null")
                .param("numbers", numbers.stream().map(CaseNumber::value).toList())
                .query(String.class)
                .list()
                .stream()
                .map(CaseNumber::new)
                .collect(Collectors.toSet());
    }

    /** All notices of a case, first one first. */
    List<Correction> of(CaseNumber number) {
        return jdbc.sql("select * from correction where case_number = :number order by ordinal")
                .param("number", number.value())
                .query((row, n) -> new Correction(
                        row.getLong("id"),
                        number,
                        row.getInt("ordinal"),
                        row.getString("asked_by"),
                        row.getTimestamp("asked_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("answered_at")).map(Timestamp::toInstant),
                        ground(row.getString("ground"), row.getObject("ground_call", UUID.class)),
                        row.getBoolean("after_acceptance"),
                        Optional.ofNullable(row.getTimestamp("dropped_at")).map(Timestamp::toInstant),
                        marks(row.getLong("id"))))
                .list();
    }

    private static Optional<Ground> ground(@Nullable String words, @Nullable UUID call) {
        return Optional.ofNullable(words).map(known -> new Ground(known, Optional.ofNullable(call)));
    }

    private List<CorrectionMark> marks(long correction) {
        return jdbc.sql(
                        """
                        select target, label, text from correction_mark where correction_id = :id order by position
                        """)
                .param("id", correction)
                .query((row, n) -> new CorrectionMark(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
