package org.haina.service.clock;

import java.time.LocalDate;
import org.haina.service.keys.CaseNumber;

/**
 * A deadline moved by the publication of a calendar year.
 *
 * @param id grows in the order of the recount
 * @param promised true for the item's promise, false for the statutory limit
 */
public record DeadlineChange(
        long id, CaseNumber number, ClockName clock, boolean promised, LocalDate before, LocalDate after) {}
