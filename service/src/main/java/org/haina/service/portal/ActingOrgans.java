package org.haina.service.portal;

import java.util.List;
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
        List<String> joined = file.participants();
        Organ inCharge = organs.get(file.district());
        return joined.isEmpty() || !AFTER_INTAKE.contains(file.status())
                ? inCharge
                : organs.byCode(joined.get(joined.size() - 1)).orElse(inCharge);
    }
}
