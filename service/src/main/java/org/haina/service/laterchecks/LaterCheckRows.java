package org.haina.service.laterchecks;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.haina.service.keys.CaseNumber;
import org.haina.service.laterchecks.LaterCheck.Result;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Later checks as stored. */
@Repository
class LaterCheckRows {

    private final JdbcClient jdbc;

    LaterCheckRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(CaseNumber number, String process, Instant at) {
        jdbc.sql("insert into later_check (case_number, process_instance, opened_at) values (:number, :process, :at)")
                .param("number", number.value())
                .param("process", process)
                .param("at", Timestamp.from(at))
                .update();
    }

    void found(CaseNumber number, String finding, String account) {
        jdbc.sql("update later_check set finding = :finding, found_by = :account where case_number = :number")
                .param("finding", finding)
                .param("account", account)
                .param("number", number.value())
                .update();
    }

    void forgetFinding(CaseNumber number) {
        jdbc.sql("update later_check set finding = null, found_by = null where case_number = :number")
                .param("number", number.value())
                .update();
    }

    void forgetRectification(CaseNumber number) {
        jdbc.sql("update later_check set rectification = null, rectification_by = null where case_number = :number")
                .param("number", number.value())
                .update();
    }

    void ordered(CaseNumber number, LocalDate until) {
        jdbc.sql("update later_check set rectify_by = :until where case_number = :number")
                .param("until", until)
                .param("number", number.value())
                .update();
    }

    void rectification(CaseNumber number, String finding, String account) {
        jdbc.sql(
                        """
                        update later_check set rectification = :finding, rectification_by = :account
                        where case_number = :number
                        """)
                .param("finding", finding)
                .param("account", account)
                .param("number", number.value())
                .update();
    }

    void decided(CaseNumber number, String reasons) {
        jdbc.sql("update later_check set reasons = :reasons where case_number = :number")
                .param("reasons", reasons)
                .param("number", number.value())
                .update();
    }

    void settle(CaseNumber number, Result result, Instant at) {
        jdbc.sql("update later_check set result = :result, settled_at = :at where case_number = :number")
                .param("result", result.name())
                .param("at", Timestamp.from(at))
                .param("number", number.value())
                .update();
    }

    Optional<LaterCheck> of(CaseNumber number) {
        return jdbc.sql("select * from later_check where case_number = :number")
                .param("number", number.value())
                .query((row, n) -> new LaterCheck(
                        number,
                        row.getString("process_instance"),
                        Optional.ofNullable(row.getString("finding")),
                        Optional.ofNullable(row.getString("found_by")),
                        Optional.ofNullable(row.getObject("rectify_by", LocalDate.class)),
                        Optional.ofNullable(row.getString("rectification")),
                        Optional.ofNullable(row.getString("rectification_by")),
                        Optional.ofNullable(row.getString("result")).map(Result::valueOf),
                        Optional.ofNullable(row.getString("reasons"))))
                .optional();
    }
}
