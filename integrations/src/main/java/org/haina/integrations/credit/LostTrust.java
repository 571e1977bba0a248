package org.haina.integrations.credit;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One entry that still counts.
 *
 * @param document number of the decision (CF_WSH)
 * @param matter what was done (CF_WFXW, CF_SY)
 * @param organ who decided (CF_CFJG, CF_XZJG)
 * @param shownUntil last day on which it is published, where one is given
 * @param objected marked as under objection
 */
public record LostTrust(
        String document,
        String matter,
        String organ,
        LocalDate decidedOn,
        Optional<LocalDate> shownUntil,
        boolean objected) {}
