package org.haina.service.clock;

import java.time.LocalDate;
import org.haina.service.keys.CaseNumber;

/**
 * A statutory limit ended unmet. Told once, inside a transaction that holds the case's clocks: a listener that throws
 * is told again later. The listener gives the consequence its effect and observes the moment that follows from it.
 *
 * @param due the limit's last day
 * @param consequence what the law attaches to it
 */
public record ClockExpired(CaseNumber number, ClockName clock, LocalDate due, Consequence consequence) {}
