package org.haina.service.filling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which answers of a draft nobody has typed. */
@Repository
class PrefilledAnswers {

    private final JdbcClient jdbc;

    PrefilledAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sources words by field */
    void record(UUID draft, Map<String, String> sources) {
        jdbc.sql(
                        """
                        insert into prefilled_answer (application_id, field, source)
                        select :draft, p.field, p.source from unnest(:fields::text[], :sources::text[]) p(field, source)
                        """)
                .param("draft", draft)
                .param("fields", sources.keySet().toArray(String[]::new))
                .param("sources", sources.values().toArray(String[]::new))
                .update();
    }

    /** Words for the source by field. */
    Map<String, String> of(UUID draft) {
        Map<String, String> sources = new HashMap<>();
        jdbc.sql("select field, source from prefilled_answer where application_id = :draft")
                .param("draft", draft)
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(entry -> sources.put(entry.getKey(), entry.getValue()));
        return sources;
    }

    /** Forgets the source of every answer that is another now. */
    void changed(UUID draft, ObjectNode before, ObjectNode after) {
        Collection<String> fields = of(draft).keySet().stream()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .toList();
        if (!fields.isEmpty()) {
            jdbc.sql("delete from prefilled_answer where application_id = :draft and field = any(:fields)")
                    .param("draft", draft)
                    .param("fields", fields.toArray(String[]::new))
                    .update();
        }
    }
}
