package org.haina.service.renewals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.haina.forms.Form;
import org.haina.forms.FormLayout.Question;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.applications.Submission;
import org.haina.service.applications.SubmissionOutcome;
import org.haina.service.applications.Submissions;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.cases.Channel;
import org.haina.service.issuance.Licence;
import org.haina.service.issuance.Licences;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Parties;
import org.haina.service.parties.PartyDetails;
import org.springframework.stereotype.Component;

/**
 * Files a renewal with what the earlier cases of the licence say: the holder only confirms. The same press twice is one
 * application, since the key is the licence's own.
 */
@Component
class RenewalFiling {

    private static final String CONSENT = "electronicService";
    private static final String PURPOSE = "被许可人确认延续，填入本人信息";

    private final Submissions submissions;
    private final RenewalCases renewals;
    private final Licences licences;
    private final Cases cases;
    private final Parties parties;

    RenewalFiling(Submissions submissions, RenewalCases renewals, Licences licences, Cases cases, Parties parties) {
        this.submissions = submissions;
        this.renewals = renewals;
        this.licences = licences;
        this.cases = cases;
        this.parties = parties;
    }

    /**
     * What a citizen says who has not applied for this licence before: nobody agrees or is called in the place of another.
     *
     * @param phone empty if nothing was typed
     * @param service {@code true} or {@code false} as chosen; anything else is no answer
     */
    record OwnWords(String phone, String service) {}

    SubmissionOutcome confirm(Renewals.Due due, Citizen citizen, OwnWords words, Channel channel) {
        Licence licence = due.licence();
        PartyId holder = licence.holder();
        return submissions.submit(new Submission(
                citizen,
                due.item().key(),
                holder,
                holder.equals(citizen.party()) ? Optional.empty() : Optional.of(citizen.party()),
                channel,
                "renewal:" + licence.edition() + ":"
                        + renewals.count(licence, due.item().key()),
                answers(due, citizen, words),
                List.of()));
    }

    private ObjectNode answers(Renewals.Due due, Citizen citizen, OwnWords words) {
        Form form = due.item().applicationForm();
        CaseFile granted = cases.get(due.licence().grantedBy());
        ObjectNode known = whole(granted.number());
        known.setAll(whole(due.licence().issuedBy()));
        known.put("district", granted.district().code())
                .put(
                        licences.numberField(due.item()).orElseThrow(),
                        due.licence().number());
        person(form, known, due.licence().holder(), citizen);
        own(form, known, due.licence(), citizen, words);
        List<String> asked =
                form.layout().questions().map(question -> question.field()).toList();
        known.retain(asked);
        return form.withoutHidden(known);
    }

    /** The holder; of an organisation the agent who presses the button, whoever applied before. */
    private void person(Form form, ObjectNode known, PartyId holder, Citizen citizen) {
        PartyId person = parties.isOrganisation(holder) ? citizen.party() : holder;
        PartyDetails self = parties.reveal(person, PURPOSE, "party:" + citizen.party());
        form.layout().questions().forEach(question -> {
            switch (String.valueOf(question.prefill())) {
                case "citizen.name" -> known.put(question.field(), self.name());
                case "citizen.idNumber" -> known.put(question.field(), self.idNumber());
                default -> {
                    // as it was said before
                }
            }
        });
    }

    /** How he is reached and whether he is served online: as he said before, or says now; of another nothing is carried over. */
    private void own(Form form, ObjectNode known, Licence licence, Citizen citizen, OwnWords words) {
        Optional<ObjectNode> before =
                renewals.appliedIn(licence, citizen.party()).map(this::whole);
        Stream.concat(phones(form), Stream.of(CONSENT)).forEach(field -> {
            known.remove(field);
            before.map(said -> said.get(field)).ifPresent(said -> known.set(field, said));
        });
        if (before.isEmpty()) {
            Optional.of(words.phone()).filter(typed -> !typed.isEmpty()).ifPresent(typed -> phones(form)
                    .forEach(field -> known.put(field, typed)));
            if (Set.of("true", "false").contains(words.service())) {
                known.put(CONSENT, Boolean.parseBoolean(words.service()));
            }
        }
    }

    private static Stream<String> phones(Form form) {
        return form.layout()
                .questions()
                .filter(question -> "citizen.phone".equals(question.prefill()))
                .map(Question::field);
    }

    private ObjectNode whole(CaseNumber number) {
        return cases.answers(cases.get(number));
    }
}
