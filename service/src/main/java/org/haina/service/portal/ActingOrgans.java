package org.haina.service.portal;

import java.util.Set;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseStatus;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.springframework.stereotype.Component;

/** Whose turn it is: the organ in charge, or once the case was reported the one above. */
@Component
class ActingOrgans {

    private static final Set<CaseStatus> AFTER_INTAKE =
            Set.of(CaseStatus.REVIEWING, CaseStatus.DECIDING, CaseStatus.ISSUING, CaseStatus.REFUSING);

    private final Organs organs;

    ActingOrgans(Organs organs) {
        this.organs = organs;
    }

    Organ of(CaseFile file) {
        Organ inCharge = organs.get(file.district());
        return AFTER_INTAKE.contains(file.status())
                ? organs.byCode(file.acting()).orElse(inCharge)
                : inCharge;
    }
}
