package org.haina.service.filling;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haina.forms.Form;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.applications.Draft;
import org.haina.service.applications.Drafts;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Parties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins a draft with everything the government knows already. */
@Service
class Starting {

    private static final String LICENCE = "licence:";
    /** Known from the page the citizen comes from. */
    private static final String SEEN_ITEM = "context.item";

    private static final String SEEN_CASE = "context.case";
    private static final String CONTEXT = "context.";
    /** Of another person known from the record of who acts for him. */
    private static final Set<String> RECORDED = Set.of("citizen.name", "citizen.idType", "citizen.idNumber");

    /** Known from whom it is begun for. */
    private static final String KIND = "applicant.kind";

    private final KnownAnswers answers;
    private final OrganisationAnswers organisations;
    private final Parties parties;
    private final Drafts drafts;
    private final PrefilledAnswers prefilled;
    private final TransactionTemplate transaction;

    Starting(
            KnownAnswers answers,
            OrganisationAnswers organisations,
            Parties parties,
            Drafts drafts,
            PrefilledAnswers prefilled,
            TransactionTemplate transaction) {
        this.answers = answers;
        this.organisations = organisations;
        this.parties = parties;
        this.drafts = drafts;
        this.prefilled = prefilled;
        this.transaction = transaction;
    }

    /** @param silent registers that did not answer */
    record Started(Draft draft, List<String> silent) {}

    /** What the citizen was looking at: an item, or a case of his own. */
    record Seen(Optional<ItemVersion> item, Optional<CaseNumber> own) {}

    /** @param principal for whom it is; empty for the citizen himself */
    Started start(Citizen citizen, Optional<PartyId> principal, ItemVersion item, Seen seen) {
        Form form = item.applicationForm();
        Known known = asksRegisters(item) ? known(citizen, principal, form) : Known.NOTHING;
        ObjectNode data = form.prefill(JsonNodeFactory.instance.objectNode(), name -> switch (name) {
            case SEEN_ITEM ->
                seen.item().map(other -> other.definition().title().zh());
            case SEEN_CASE -> seen.own().map(CaseNumber::value);
            case KIND -> Optional.of(principal.filter(parties::isOrganisation).isPresent() ? "organisation" : "person");
            default -> find(known, name);
        });
        Draft draft = transaction.execute(status -> {
            Draft begun = drafts.begin(citizen.party(), principal, item, data, licences(item, known));
            boolean another =
                    principal.filter(party -> !parties.isOrganisation(party)).isPresent();
            prefilled.record(begun.id(), sources(form, data, known, another));
            return begun;
        });
        return new Started(java.util.Objects.requireNonNull(draft), known.silent());
    }

    /** Of a person who is applied for: that person's own; of an organisation: its own and those of its agent. */
    private Known known(Citizen citizen, Optional<PartyId> principal, Form form) {
        Optional<PartyId> organisation = principal.filter(parties::isOrganisation);
        PartyId person = organisation.isPresent() ? citizen.party() : principal.orElse(citizen.party());
        Known ofPerson = answers.of(person, form);
        return organisation
                .map(acted -> ofPerson.and(organisations.of(acted, citizen)))
                .orElse(ofPerson);
    }

    /** Whether anything in the form or among the papers can come from a register; if not, none is asked about the person. */
    static boolean asksRegisters(ItemVersion item) {
        return item.applicationForm()
                        .layout()
                        .questions()
                        .anyMatch(question -> question.prefill() != null
                                && !question.prefill().startsWith(CONTEXT))
                || item.definition().materials().stream()
                        .flatMap(material -> material.sources().stream())
                        .anyMatch(source -> source.startsWith(LICENCE));
    }

    private static Optional<String> find(Known known, String name) {
        return Optional.ofNullable(known.values().get(name));
    }

    private static Map<String, String> sources(Form form, ObjectNode data, Known known, boolean another) {
        Map<String, String> sources = new HashMap<>();
        form.layout().questions().filter(q -> data.has(q.field())).forEach(question -> {
            String prefill = String.valueOf(question.prefill());
            sources.put(question.field(), source(prefill, known, another));
        });
        return sources;
    }

    /** @param another true if it is for another person: who that is, is on record with the mandate */
    private static String source(String prefill, Known known, boolean another) {
        if (prefill.equals(SEEN_ITEM)) {
            return "来自您刚才看的事项";
        }
        if (prefill.equals(SEEN_CASE)) {
            return "来自您刚才看的办件";
        }
        if (prefill.equals(KIND)) {
            return "按您选择的申请人";
        }
        if (prefill.startsWith("organisation.")) {
            return "来自" + OrganisationAnswers.source(known.values());
        }
        if (another && RECORDED.contains(prefill)) {
            return "来自监护或者委托登记";
        }
        return prefill.startsWith(LICENCE) ? "来自电子证照" : "来自随申办";
    }

    private static List<SuppliedMaterial> licences(ItemVersion item, Known known) {
        List<SuppliedMaterial> found = new ArrayList<>();
        for (Material material : item.definition().materials()) {
            material.sources().stream()
                    .filter(source -> source.startsWith(LICENCE))
                    .flatMap(source ->
                            Optional.ofNullable(known.licences().get(source.substring(LICENCE.length()))).stream())
                    .findFirst()
                    .ifPresent(licence ->
                            found.add(new SuppliedMaterial(material.key(), SuppliedMaterial.Source.LICENCE, licence)));
        }
        return found;
    }
}
