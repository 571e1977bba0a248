package org.haina.service.applications;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haina.integrations.AuthorityAnswerException;
import org.haina.integrations.AuthorityUnavailableException;
import org.haina.integrations.licencestore.Holder;
import org.haina.integrations.licencestore.Licence;
import org.haina.integrations.licencestore.LicenceStatus;
import org.haina.integrations.licencestore.LicenceStore;
import org.haina.integrations.licencestore.UseCause;
import org.haina.integrations.registers.Authorities;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Parties;
import org.haina.service.parties.PartyDetails;
import org.springframework.stereotype.Service;

/**
 * Asks the e-licence store which licences an applicant has, before an application that names one is received; no
 * transaction may be open. An identifier is what the sender wrote: only one the store holds of this very applicant, valid
 * and of a type the item admits, is taken. If the store does not answer, the application is taken all the same, for the
 * day of receipt must not hang on another authority's server: the piece is kept as {@link Source#UNVERIFIED}, the
 * official's page asks for it to be checked, and nothing of it is fetched unless its holder is the applicant.
 */
@Service
public class LicenceHoldings {

    private static final UseCause CAUSE = new UseCause("核对申请人提交的电子证照", "");

    private final LicenceStore store;
    private final Parties parties;

    LicenceHoldings(Authorities authorities, Parties parties) {
        this.store = authorities.licenceStore();
        this.parties = parties;
    }

    /** What a party on record holds; the store is asked only if a licence is among the materials. */
    public LicencesHeld of(PartyId applicant, List<SuppliedMaterial> materials) {
        if (noneNamed(materials)) {
            return LicencesHeld.NONE;
        }
        PartyDetails holder = parties.reveal(applicant, CAUSE.text(), "party:" + applicant);
        return ask(new Holder(holder.name(), holder.idType(), holder.idNumber()));
    }

    /** What somebody holds who need not be on record yet. */
    LicencesHeld of(Holder holder, List<SuppliedMaterial> materials) {
        return noneNamed(materials) ? LicencesHeld.NONE : ask(holder);
    }

    private static boolean noneNamed(List<SuppliedMaterial> materials) {
        return materials.stream().noneMatch(piece -> piece.source() == Source.LICENCE);
    }

    private LicencesHeld ask(Holder holder) {
        try {
            return LicencesHeld.of(
                    types(store.queryByHolder(UUID.randomUUID().toString(), holder, Optional.empty(), CAUSE), holder));
        } catch (AuthorityUnavailableException | AuthorityAnswerException e) {
            return LicencesHeld.UNKNOWN;
        }
    }

    private static Map<String, String> types(List<Licence> found, Holder holder) {
        return found.stream()
                .filter(licence -> licence.status() == LicenceStatus.VALID
                        && licence.holder().idNumber().equals(holder.idNumber()))
                .collect(Collectors.toMap(licence -> licence.id().value(), Licence::type, (one, other) -> one));
    }
}
