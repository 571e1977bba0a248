package org.haina.service.cases;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The materials of a case; a replaced piece is kept and marked. */
@Service
public class CaseMaterials {

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseMaterials(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What stands now, in the order it came. */
    public List<SuppliedMaterial> of(CaseNumber number) {
        return jdbc.sql(
                        """
                        select key, source, reference from case_material
                        where case_number = :number and replaced_at is null order by supplied_at, key
                        """)
                .param("number", number.value())
                .query((row, n) -> new SuppliedMaterial(
                        row.getString(1), SuppliedMaterial.Source.valueOf(row.getString(2)), row.getString(3)))
                .list();
    }

    /**
     * A piece with its times.
     *
     * @param replacedAt when another took its place; empty for what stands
     */
    public record Piece(SuppliedMaterial material, Instant suppliedAt, Optional<Instant> replacedAt) {}

    /** What stands now and what stood before, in the order it came. */
    public List<Piece> history(CaseNumber number) {
        return jdbc.sql(
                        """
                        select key, source, reference, supplied_at, replaced_at from case_material
                        where case_number = :number order by supplied_at, key, reference
                        """)
                .param("number", number.value())
                .query((row, n) -> new Piece(
                        new SuppliedMaterial(
                                row.getString(1), SuppliedMaterial.Source.valueOf(row.getString(2)), row.getString(3)),
                        row.getTimestamp(4).toInstant(),
                        Optional.ofNullable(row.getTimestamp(5)).map(Timestamp::toInstant)))
                .list();
    }

    /** True if this very piece is a material of the case as it stands: the one question before a file goes out. */
    public boolean holds(CaseNumber number, SuppliedMaterial.Source source, String reference) {
        return of(number).stream()
                .anyMatch(piece -> piece.source() == source && piece.reference().equals(reference));
    }

    /**
     * Puts new pieces in the place of the old ones of the same keys. The case's version rises: who has looked at the old ones
     * decides nothing by them.
     */
    @Transactional
    public void replace(CaseNumber number, List<SuppliedMaterial> supplied) {
        retire(number, supplied.stream().map(SuppliedMaterial::key).collect(Collectors.toSet()));
        Timestamp now = Timestamp.from(clock.instant());
        supplied.forEach(m -> jdbc.sql(
                        """
                        insert into case_material (case_number, key, source, reference, supplied_at)
                        values (:number, :key, :source, :reference, :now)
                        on conflict (case_number, key, supplied_at, reference) do update set replaced_at = null
                        """)
                .param("number", number.value())
                .param("key", m.key())
                .param("source", m.source().name())
                .param("reference", m.reference())
                .param("now", now)
                .update());
    }

    /** What stands under these keys stands no longer. The case's version rises. */
    @Transactional
    public void retire(CaseNumber number, Set<String> keys) {
        jdbc.sql(
                        """
                        update case_material set replaced_at = :now
                        where case_number = :number and key = any(:keys) and replaced_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("number", number.value())
                .param("keys", keys.toArray(String[]::new))
                .update();
        jdbc.sql("update case_file set version = version + 1 where number = :number")
                .param("number", number.value())
                .update();
    }
}
