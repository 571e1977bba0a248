package org.haina.service.demo;

import java.util.Optional;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has been made already. */
@DemoOnly
class DemoRows {

    private final JdbcClient jdbc;

    DemoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isFilled() {
        return jdbc.sql("select exists (select 1 from demo_fill)")
                .query(Boolean.class)
                .single();
    }

    void filled() {
        jdbc.sql("insert into demo_fill (filled_at) values (now())").update();
    }

    Optional<CaseNumber> find(String person) {
        return jdbc.sql("select case_number from demo_case where person = :person")
                .param("person", person)
                .query(String.class)
                .optional()
                .map(CaseNumber::new);
    }

    void insert(String person, CaseNumber number) {
        jdbc.sql("insert into demo_case (person, case_number) values (:person, :number)")
                .param("person", person)
                .param("number", number.value())
                .update();
    }
}
