package org.haina.service.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.CorrelationId;
import org.haina.service.keys.MovedClock;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Writes the log, in the caller's transaction: what is rolled back has not happened. */
@Service
public class Audit {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = MovedClock.real(clock);
    }

    /** Adds the entry with the real present time and the thread's correlation id. */
    public void record(AuditEntry entry) {
        jdbc.sql(
                        """
                        insert into audit_entry (at, actor, action, subject, case_number, correlation, detail)
                        values (:at, :actor, :action, :subject, :case, :correlation, cast(:detail as jsonb))
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", entry.actor())
                .param("action", entry.action())
                .param("subject", entry.subject())
                .param(
                        "case",
                        Optional.ofNullable(entry.caseNumber())
                                .map(CaseNumber::value)
                                .orElse(null))
                .param("correlation", MDC.get(CorrelationId.KEY))
                .param("detail", json(entry))
                .update();
    }

    private static String json(AuditEntry entry) {
        try {
            return JSON.writeValueAsString(entry.detail());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of texts has a JSON form", e);
        }
    }
}
