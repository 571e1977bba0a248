package org.haina.service.renewals;

import java.time.LocalDate;
import org.haina.processes.AfterGrant.Renewal;

/**
 * The days in which a licence may be renewed (licence law 50).
 *
 * @param opens first day
 * @param askedBy last day on which whoever asks is protected: undecided at the end counts as renewed
 * @param lastDay of the licence
 */
record RenewalWindow(LocalDate opens, LocalDate askedBy, LocalDate lastDay) {

    static RenewalWindow of(Renewal rule, LocalDate lastDay) {
        return new RenewalWindow(lastDay.minusDays(rule.opens()), lastDay.minusDays(rule.asked()), lastDay);
    }

    Stand on(LocalDate day) {
        if (day.isBefore(opens)) {
            return Stand.EARLY;
        }
        if (day.isAfter(lastDay)) {
            return Stand.OVER;
        }
        return day.isAfter(askedBy) ? Stand.LATE : Stand.IN_TIME;
    }

    /** Where a day lies. */
    enum Stand {
        EARLY,
        IN_TIME,
        /** May still be asked, but is not renewed by law. */
        LATE,
        OVER
    }
}
