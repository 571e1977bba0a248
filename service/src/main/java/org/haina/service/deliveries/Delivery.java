package org.haina.service.deliveries;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.terminations.ServiceWay;

/**
 * How one document was served.
 *
 * @param way empty: on the page of the case, to who agreed to that
 * @param on from which day periods of remedies run (行政复议法 20, 行政诉讼法 46)
 * @param receiver who took it; the applicant where it was served online
 * @param proof number of the receipt, the letter or the notice; empty online
 */
public record Delivery(UUID document, Optional<ServiceWay> way, LocalDate on, String receiver, String proof) {

    /** In Chinese. */
    public String label() {
        return way.map(ServiceWay::label).orElse("电子送达");
    }
}
