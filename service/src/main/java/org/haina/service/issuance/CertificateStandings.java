package org.haina.service.issuance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How what a case has issued stands, for whoever tells others of it. */
@Service
public class CertificateStandings {

    /**
     * @param validUntil last day; empty for permanent
     * @param endedAt when an act or another edition ended it; empty while it stands
     * @param successor case whose certificate has taken its place
     */
    public record Standing(Optional<LocalDate> validUntil, Optional<Instant> endedAt, Optional<CaseNumber> successor) {}

    private final JdbcClient jdbc;

    CertificateStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the certificate of a case; empty until it is signed. */
    public Optional<Standing> of(CaseNumber number) {
        return jdbc.sql(
                        """
                        select valid_until, ended_at, case when status = 'REPLACED' then replaced_by end as successor
                        from certificate where case_number = :number and status <> 'PREPARING'
                        """)
                .param("number", number.value())
                .query((row, n) -> new Standing(
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                        Optional.ofNullable(row.getTimestamp("ended_at")).map(at -> at.toInstant()),
                        Optional.ofNullable(row.getString("successor")).map(CaseNumber::new)))
                .optional();
    }

    /** True if another edition has taken the place of what the case has issued. */
    public boolean isReplaced(CaseNumber number) {
        return jdbc.sql("select exists (select 1 from certificate where case_number = :number and status = 'REPLACED')")
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }

    /** Cases whose certificates that of this case has taken the place of. */
    public List<CaseNumber> replacedBy(CaseNumber number) {
        return jdbc
                .sql("select case_number from certificate where replaced_by = :number order by 1")
                .param("number", number.value())
                .query(String.class)
                .list()
                .stream()
                .map(CaseNumber::new)
                .toList();
    }
}
