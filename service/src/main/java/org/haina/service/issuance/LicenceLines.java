package org.haina.service.issuance;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What all editions of one licence share stands on each of them: sweeps over many licences join nothing. */
@Repository
class LicenceLines {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;

    LicenceLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which licence this is an edition of: that of the editions before, or else a new one of its own. */
    void join(CaseNumber number, Instant at) {
        jdbc.sql(
                        """
                        update certificate c
                        set granted_by = coalesce(before.granted_by, f.number), item = coalesce(before.item, f.item_key),
                          granted_at = coalesce(before.granted_at, :at),
                          next_check = case when before.granted_by is null then :nextYear else before.next_check end
                        from certificate own
                          join case_file f on f.number = own.case_number
                          left join lateral (select o.granted_by, o.item, o.granted_at, o.next_check from certificate o
                            where o.title = own.title and o.number = own.number and o.granted_by is not null
                            order by o.edition limit 1) before on true
                        where own.case_number = :case and c.id = own.id and c.granted_by is null
                        """)
                .param("at", Timestamp.from(at))
                .param("nextYear", LocalDate.ofInstant(at, SHANGHAI).getYear() + 1)
                .param("case", number.value())
                .update();
    }
}
