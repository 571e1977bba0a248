package org.haina.service.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.TreeMap;
import org.haina.service.vault.Suite;
import org.haina.service.vault.Vault;
import org.jspecify.annotations.Nullable;

/** The one form in which a stored row is hashed: JSON, names sorted, times in UTC to the microsecond. */
record CanonicalEntry(long id, String json) {

    static final String COLUMNS = "e.id, e.at, e.recorded_at, e.actor, e.action, e.subject, e.case_number, "
            + "e.correlation, cast(e.detail as text) as detail";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    static CanonicalEntry of(ResultSet row) throws SQLException {
        TreeMap<String, @Nullable Object> fields = new TreeMap<>();
        fields.put("id", row.getLong("id"));
        fields.put("at", row.getTimestamp("at").toInstant().toString());
        fields.put("recorded", row.getTimestamp("recorded_at").toInstant().toString());
        fields.put("actor", row.getString("actor"));
        fields.put("action", row.getString("action"));
        fields.put("subject", row.getString("subject"));
        fields.put("case", row.getString("case_number"));
        fields.put("correlation", row.getString("correlation"));
        try {
            fields.put("detail", JSON.readValue(row.getString("detail"), Object.class));
            return new CanonicalEntry(row.getLong("id"), JSON.writeValueAsString(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database returned malformed JSON", e);
        }
    }

    /** The link's hash: over the predecessor's hash and this entry. */
    String hash(Vault vault, Suite suite, String previous) {
        return vault.hash(suite, (previous + "\n" + json).getBytes(StandardCharsets.UTF_8));
    }
}
