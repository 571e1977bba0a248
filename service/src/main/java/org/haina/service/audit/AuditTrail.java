package org.haina.service.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The log as an auditor reads it. Who may read is the route's matter: the role {@code AUDITOR} and nobody else. */
@Service
public class AuditTrail {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final int PAGE = 50;

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Up to 50 entries, newest first.
     *
     * @param after what the page before gave as next; empty for the first page
     */
    public AuditPage page(AuditFilter filter, OptionalLong after) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder where = new StringBuilder("id < :before");
        values.put("before", after.orElse(Long.MAX_VALUE));
        filter.caseNumber().map(CaseNumber::value).ifPresent(v -> add(where, values, "case_number = :number", v));
        filter.actor().ifPresent(v -> add(where, values, "actor = :actor", v));
        filter.action().ifPresent(v -> add(where, values, "action = :action", v));
        filter.from().map(Timestamp::from).ifPresent(v -> add(where, values, "at >= :from", v));
        filter.until().map(Timestamp::from).ifPresent(v -> add(where, values, "at < :until", v));
        List<AuditRow> rows = jdbc.sql(
                        "select * from audit_entry where " + where + " order by id desc limit " + (PAGE + 1))
                .params(values)
                .query((row, n) -> read(row))
                .list();
        return rows.size() <= PAGE
                ? new AuditPage(rows, OptionalLong.empty())
                : new AuditPage(
                        rows.subList(0, PAGE),
                        OptionalLong.of(rows.get(PAGE - 1).id()));
    }

    /** Everybody who has done one of these in a case. */
    public Set<String> actors(CaseNumber number, Set<String> actions) {
        return Set.copyOf(
                jdbc.sql("select distinct actor from audit_entry where case_number = :number and action in (:actions)")
                        .param("number", number.value())
                        .param("actions", actions)
                        .query(String.class)
                        .list());
    }

    /**
     * Who looked into a case, newest first; entries of one action, kind of actor and reason on one day are one.
     *
     * @param actions that count as looking
     * @param before continue behind this id; {@code Long.MAX_VALUE} for the first page
     */
    public List<AuditReading> readings(CaseNumber number, Set<String> actions, ZoneId zone, long before, int limit) {
        return jdbc.sql(
                        """
                        select max(id), max(at), action, actor in ('system', 'haina'), coalesce(detail ->> 'reason', '')
                        from audit_entry where case_number = :number and action = any(:actions)
                        group by action, actor in ('system', 'haina'), coalesce(detail ->> 'reason', ''),
                                 (at at time zone :zone)::date
                        having max(id) < :before order by 1 desc limit :limit
                        """)
                .param("number", number.value())
                .param("actions", actions.toArray(String[]::new))
                .param("zone", zone.getId())
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> new AuditReading(
                        row.getLong(1),
                        row.getTimestamp(2).toInstant(),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getString(5)))
                .list();
    }

    private static void add(StringBuilder where, Map<String, Object> values, String condition, Object value) {
        where.append(" and ").append(condition);
        values.put(condition.substring(condition.indexOf(':') + 1), value);
    }

    private static AuditRow read(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                Optional.ofNullable(row.getString("case_number")).map(CaseNumber::new),
                Optional.ofNullable(row.getString("correlation")),
                detail(row.getString("detail")));
    }

    private static Map<String, String> detail(String json) {
        try {
            return JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The detail of an audit entry is not a map of texts", e);
        }
    }
}
