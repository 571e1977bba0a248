package org.haina.service.clock;

import java.time.LocalDate;
import org.haina.service.keys.CaseNumber;

/**
 * A promised limit ended unmet while the statutory one still runs: a warning, without legal consequence. Told like
 * {@link ClockExpired}.
 *
 * @param promised the promise's last day
 */
record PromiseMissed(CaseNumber number, ClockName clock, LocalDate promised) {}
