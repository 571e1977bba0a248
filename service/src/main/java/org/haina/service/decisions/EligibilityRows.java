package org.haina.service.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found of the conditions of a case, each time when it had changed. */
@Repository
class EligibilityRows {

    private record Look(int ordinal, List<EligibilityReason> reasons, Instant at) {}

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    EligibilityRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What was found last; empty before the first look. */
    Optional<List<EligibilityReason>> last(CaseNumber number) {
        return looks(number).stream().reduce((earlier, later) -> later).map(Look::reasons);
    }

    /** All that was ever found: what stands first, then what is gone, each in the order of its finding; empty before the first look. */
    Optional<List<Doubt>> course(CaseNumber number) {
        List<Look> looks = looks(number);
        return looks.isEmpty() ? Optional.empty() : Optional.of(course(looks));
    }

    private static List<Doubt> course(List<Look> looks) {
        List<Doubt> gone = new ArrayList<>();
        Map<EligibilityReason, Instant> standing = new LinkedHashMap<>();
        looks.forEach(look -> {
            standing.entrySet().removeIf(known -> {
                boolean left = !look.reasons().contains(known.getKey());
                if (left) {
                    gone.add(new Doubt(known.getKey(), known.getValue(), Optional.of(look.at())));
                }
                return left;
            });
            look.reasons().forEach(reason -> standing.putIfAbsent(reason, look.at()));
        });
        List<Doubt> all = new ArrayList<>();
        standing.forEach((reason, since) -> all.add(new Doubt(reason, since, Optional.empty())));
        all.addAll(gone);
        return List.copyOf(all);
    }

    /** Kept if it differs from what was found last; of two who find the same at once one keeps it. */
    void keep(CaseNumber number, List<EligibilityReason> reasons, Instant at) {
        Optional<Look> last = looks(number).stream().reduce((earlier, later) -> later);
        if (last.filter(look -> look.reasons().equals(reasons)).isPresent()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into eligibility (case_number, ordinal, eligible, reasons, at)
                        values (:number, :ordinal, :eligible, :reasons::jsonb, :at) on conflict do nothing
                        """)
                .param("number", number.value())
                .param("ordinal", last.map(Look::ordinal).orElse(0) + 1)
                .param("eligible", reasons.stream().noneMatch(EligibilityReason::bars))
                .param("reasons", json.valueToTree(reasons).toString())
                .param("at", Timestamp.from(at))
                .update();
    }

    private List<Look> looks(CaseNumber number) {
        return jdbc.sql("select ordinal, reasons, at from eligibility where case_number = :number order by ordinal")
                .param("number", number.value())
                .query((row, n) -> new Look(
                        row.getInt("ordinal"),
                        read(row.getString("reasons")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private List<EligibilityReason> read(String reasons) {
        try {
            return json.readValue(reasons, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored reasons are not JSON", e);
        }
    }
}
