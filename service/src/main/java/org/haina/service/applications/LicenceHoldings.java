package org.haina.service.applications;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.haina.integrations.AuthorityAnswerException;
import org.haina.integrations.AuthorityUnavailableException;
import org.haina.integrations.licencestore.Holder;
import org.haina.integrations.licencestore.Licence;
import org.haina.integrations.licencestore.LicenceStatus;
import org.haina.integrations.licencestore.LicenceStore;
import org.haina.integrations.licencestore.UseCause;
import org.haina.integrations.registers.Authorities;
import org.haina.service.access.Caller;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.keys.PartyId;
import org.haina.service.outbound.Outbound;
import org.haina.service.outbound.OutboundCall;
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

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final LicenceStore store;
    private final SubmissionLog log;
    private final Parties parties;
    private final Audit audit;
    private final Outbound outbound;

    LicenceHoldings(Authorities authorities, SubmissionLog log, Parties parties, Audit audit, Outbound outbound) {
        this.store = authorities.licenceStore();
        this.log = log;
        this.parties = parties;
        this.audit = audit;
        this.outbound = outbound;
    }

    /**
     * What a party on record holds; the store is asked only if a licence is among the materials and the key has not led
     * to a case yet.
     */
    public LicencesHeld of(Caller by, String key, PartyId applicant, List<SuppliedMaterial> materials) {
        return held(by, key, materials, () -> {
            PartyDetails holder = parties.reveal(applicant, CAUSE.text(), "party:" + applicant);
            return new Holder(holder.name(), holder.idType(), holder.idNumber());
        });
    }

    /** What somebody holds who need not be on record yet, so that the log names the application alone. */
    LicencesHeld of(Caller by, String key, Holder holder, List<SuppliedMaterial> materials) {
        return held(by, key, materials, () -> {
            audit.record(new AuditEntry(
                    Submission.subjectOf(by),
                    "licences.asked",
                    "application:" + log.reference(Submission.subjectOf(by), key),
                    null,
                    Map.of("reason", CAUSE.text())));
            return holder;
        });
    }

    private LicencesHeld held(Caller by, String key, List<SuppliedMaterial> materials, Supplier<Holder> holder) {
        if (materials.stream().noneMatch(piece -> piece.source() == Source.LICENCE)) {
            return LicencesHeld.NONE;
        }
        return log.find(Submission.subjectOf(by), key)
                .map(settled -> LicencesHeld.UNKNOWN)
                .orElseGet(() -> ask(holder.get(), log.reference(Submission.subjectOf(by), key)));
    }

    private LicencesHeld ask(Holder holder, String reference) {
        UUID request = UUID.randomUUID();
        try {
            List<Licence> found = store.queryByHolder(request.toString(), holder, Optional.empty(), CAUSE);
            outbound.answered(request, call(reference));
            return LicencesHeld.of(types(found, holder));
        } catch (AuthorityUnavailableException e) {
            return unknown(request, reference, e.reason().name());
        } catch (AuthorityAnswerException e) {
            return unknown(request, reference, e.reason().name());
        }
    }

    private LicencesHeld unknown(UUID request, String reference, String trouble) {
        outbound.unanswered(request, call(reference), trouble, "材料改由受理人员核对");
        return LicencesHeld.UNKNOWN;
    }

    private static OutboundCall call(String reference) {
        return new OutboundCall(
                null,
                OutboundCall.Kind.REGISTER,
                "licence-store",
                "holder-licences",
                reference,
                JsonNodeFactory.instance.objectNode(),
                CAUSE.text(),
                PATIENCE);
    }

    private static Map<String, String> types(List<Licence> found, Holder holder) {
        return found.stream()
                .filter(licence -> licence.status() == LicenceStatus.VALID
                        && licence.holder().idNumber().equals(holder.idNumber()))
                .collect(Collectors.toMap(licence -> licence.id().value(), Licence::type, (one, other) -> one));
    }
}
