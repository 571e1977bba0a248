package org.haina.service.renewals;

import org.haina.service.cases.CaseFile;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.issuance.Licence;
import org.haina.service.issuance.Licences;
import org.haina.service.terminations.Ground;
import org.haina.service.terminations.GroundObstacle;
import org.springframework.stereotype.Component;

/** 届满未延续 is not said of a licence that the law is about to renew, or whose next edition is being made. */
@Component
class RenewalUnderWay implements GroundObstacle {

    private final Licences licences;
    private final RenewalCases renewals;
    private final CaseClocks clocks;
    private final Catalog catalog;

    RenewalUnderWay(Licences licences, RenewalCases renewals, CaseClocks clocks, Catalog catalog) {
        this.licences = licences;
        this.renewals = renewals;
        this.clocks = clocks;
        this.catalog = catalog;
    }

    @Override
    public boolean isAgainst(CaseFile file, Ground ground) {
        return ground == Ground.EXPIRED
                && licences.grantedBy(file.number()).filter(this::isRenewed).isPresent();
    }

    private boolean isRenewed(Licence licence) {
        return catalog.items().stream()
                .filter(item -> item.definition().renewal() != null
                        && item.definition().renewal().item().equals(licence.item()))
                .anyMatch(item -> isRenewed(licence, item));
    }

    private boolean isRenewed(Licence licence, ItemVersion item) {
        return renewals.isIssuing(licence, item.key())
                || renewals.running(licence, item.key())
                        .flatMap(number -> clocks.deadline(number, ClockName.RENEWAL))
                        .isPresent();
    }
}
