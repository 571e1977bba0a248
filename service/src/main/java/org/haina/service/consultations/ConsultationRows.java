package org.haina.service.consultations;

import java.sql.Timestamp;
import java.time.Instant;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was asked in which case, and who has answered. */
@Repository
class ConsultationRows {

    private final JdbcClient jdbc;

    ConsultationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if the department has been asked already. */
    boolean ask(CaseNumber number, Department department, String org, Instant at) {
        return jdbc.sql(
                                """
                                insert into consultation (case_number, department, org, asked_at)
                                values (:number, :department, :org, :at) on conflict do nothing
                                """)
                        .param("number", number.value())
                        .param("department", department.name())
                        .param("org", org)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void urge(CaseNumber number, Department department, Instant at) {
        jdbc.sql("update consultation set urged_at = :at where case_number = :number and department = :department")
                .param("at", Timestamp.from(at))
                .param("number", number.value())
                .param("department", department.name())
                .update();
    }

    void answer(CaseNumber number, Department department, Instant at) {
        jdbc.sql("update consultation set answered_at = :at where case_number = :number and department = :department")
                .param("at", Timestamp.from(at))
                .param("number", number.value())
                .param("department", department.name())
                .update();
    }

    boolean hasOpen(CaseNumber number) {
        return jdbc.sql(
                        "select exists (select 1 from consultation where case_number = :number and answered_at is null)")
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }

    boolean wasAsked(CaseNumber number) {
        return jdbc.sql("select exists (select 1 from consultation where case_number = :number)")
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }
}
