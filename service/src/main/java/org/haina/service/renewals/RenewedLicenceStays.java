package org.haina.service.renewals;

import java.util.Map;
import java.util.Optional;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.intake.AcceptanceObstacle;
import org.haina.service.issuance.Licences;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Component;

/** Which licence a renewal is for was settled when it was received: its days were counted and it was locked then. */
@Component
class RenewedLicenceStays implements AcceptanceObstacle {

    private static final String WHY = "要延续的是哪一份许可证，收到申请时已经确定，不能通过补正更换；许可证不对的，请申请人重新申请";

    private final Licences licences;

    RenewedLicenceStays(Licences licences) {
        this.licences = licences;
    }

    @Override
    public Map<String, String> barred(CaseNumber number) {
        return Map.of();
    }

    @Override
    public Optional<String> unchangeable(ItemVersion item, String field) {
        return licences.numberField(item)
                .filter(number -> field.equals(number) || field.equals("district"))
                .map(number -> WHY);
    }
}
