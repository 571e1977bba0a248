package org.haina.service.commitments;

import java.util.Optional;
import org.haina.service.access.Caller;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.springframework.stereotype.Component;

/**
 * Whose word binds an applicant. A person gives it himself. An organisation has no account: its agent gives it, if the
 * authority letter for this item says expressly that he may promise (民法典 165); the power to apply is not the power to promise.
 */
@Component
class Signers {

    private final Parties parties;
    private final Mandates mandates;

    Signers(Parties parties, Mandates mandates) {
        this.parties = parties;
        this.mandates = mandates;
    }

    /** What stands against this caller's promise for the applicant; empty if it binds. */
    Optional<String> objection(ItemKey item, PartyId applicant, Caller by) {
        if (!(by instanceof Citizen citizen)) {
            return Optional.of("书面承诺须由申请人本人登录后作出，不能代为作出。");
        }
        if (citizen.party().equals(applicant)) {
            return Optional.empty();
        }
        if (!parties.isOrganisation(applicant)) {
            return Optional.of("书面承诺须由申请人本人登录后作出，不能代为作出。");
        }
        return mandates.mayCommit(citizen.party(), applicant, item)
                ? Optional.empty()
                : Optional.of("单位给您的委托没有写明可以代为作出书面承诺，不能代单位承诺。请按一般程序提交材料，或者取得写明这一点的委托。");
    }
}
