package org.haina.service.filling;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.applications.ApplicantRule;
import org.haina.service.applications.Draft;
import org.haina.service.applications.Drafts;
import org.haina.service.applications.MandateRule;
import org.haina.service.applications.Refusal;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.haina.service.parties.PartyView;
import org.springframework.stereotype.Component;

/** For whom somebody may begin an application: for himself, or for whom he holds a mandate. */
@Component
class ForWhom {

    private static final String SELF = "self";
    private static final String NOBODY = "您的账户没有登记可以为其申请的人。监护关系没有登记的，请带户口簿或者其他证明到受理窗口办理。";

    private final Mandates mandates;
    private final Parties parties;
    private final MandateRule rule;
    private final ApplicantRule applicants;
    private final Drafts drafts;

    ForWhom(Mandates mandates, Parties parties, MandateRule rule, ApplicantRule applicants, Drafts drafts) {
        this.mandates = mandates;
        this.parties = parties;
        this.rule = rule;
        this.applicants = applicants;
        this.drafts = drafts;
    }

    /**
     * One possible applicant.
     *
     * @param value what the form sends
     * @param hint by what the citizen acts
     * @param obstacle why not today; empty if it may be chosen
     * @param begun true if an application for him is being filled in
     */
    record Choice(String value, String name, String hint, String obstacle, boolean begun) {}

    /** The answer to the question. */
    sealed interface Chosen {
        /** @param principal empty for oneself */
        record Applicant(Optional<PartyId> principal) implements Chosen {}

        record Nobody(String message) implements Chosen {}
    }

    /** Empty if there is nothing to choose. */
    List<Choice> choices(Citizen citizen, ItemVersion item) {
        Set<PartyId> begun = drafts.open(citizen.party()).stream()
                .filter(draft -> draft.item().equals(item.key()))
                .map(Draft::applicant)
                .collect(Collectors.toSet());
        List<Choice> others = mandates.everHeldBy(citizen.party()).stream()
                .map(Mandate::principal)
                .distinct()
                .filter(principal -> applicants.admitsFor(item, principal))
                .map(principal -> choice(citizen, principal, item, begun.contains(principal)))
                .toList();
        if (others.isEmpty() || !applicants.admitsSelf(item)) {
            return others;
        }
        List<Choice> all =
                new java.util.ArrayList<>(List.of(new Choice(SELF, "我本人", "", "", begun.contains(citizen.party()))));
        all.addAll(others);
        return all;
    }

    private Choice choice(Citizen citizen, PartyId principal, ItemVersion item, boolean begun) {
        PartyView view = parties.getForAgent(principal);
        String code = Parties.isOrganisation(view.idType()) ? "统一社会信用代码 " : "证件号码 ";
        return new Choice(
                principal.toString(),
                view.name(),
                code + view.idNumber(),
                rule.obstacle(citizen.party(), principal, item.key())
                        .map(Refusal::message)
                        .orElse(""),
                begun);
    }

    /** Why there is nobody to apply for; empty if there is somebody, or one applies for oneself. */
    Optional<String> nobody(List<Choice> choices, ItemVersion item) {
        return choices.isEmpty() && !applicants.admitsSelf(item) ? Optional.of(NOBODY) : Optional.empty();
    }

    /** @param wanted as the form sent it; empty if it asked nothing */
    Chosen choose(String wanted, Citizen citizen, ItemVersion item) {
        List<Choice> choices = choices(citizen, item);
        if (choices.isEmpty()) {
            return nobody(choices, item)
                    .<Chosen>map(Chosen.Nobody::new)
                    .orElseGet(() -> new Chosen.Applicant(Optional.empty()));
        }
        return choices.stream()
                .filter(choice -> choice.value().equals(wanted))
                .findFirst()
                .map(ForWhom::chosen)
                .orElseGet(() -> new Chosen.Nobody("请选择为谁申请"));
    }

    private static Chosen chosen(Choice choice) {
        if (!choice.obstacle().isEmpty()) {
            return new Chosen.Nobody(choice.obstacle());
        }
        return new Chosen.Applicant(
                Optional.of(choice.value()).filter(value -> !value.equals(SELF)).map(PartyId::of));
    }
}
