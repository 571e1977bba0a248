package org.haina.service.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.haina.service.keys.CaseNumber;

/**
 * A deadline moved by the publication of a calendar year.
 *
 * @param promised true for the item's promise, false for the statutory limit
 */
record DeadlineChange(CaseNumber number, ClockName clock, boolean promised, LocalDate before, LocalDate after) {

    static DeadlineChange of(ResultSet row) throws SQLException {
        return new DeadlineChange(
                new CaseNumber(row.getString("case_number")),
                ClockName.valueOf(row.getString("clock")),
                DueKind.valueOf(row.getString("kind")) == DueKind.PROMISED,
                row.getObject("due_before", LocalDate.class),
                row.getObject("due_after", LocalDate.class));
    }
}
