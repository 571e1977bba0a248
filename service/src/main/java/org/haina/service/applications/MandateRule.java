package org.haina.service.applications;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Ages;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.MandateStanding;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who acts for another needs a mandate that covers the item today: asked when the application is begun and again when it
 * is handed in. A partner's system answers for its agents itself.
 */
@Component
@Order(30)
public class MandateRule implements SubmissionRule {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Mandates mandates;
    private final Parties parties;
    private final Ages ages;

    MandateRule(Mandates mandates, Parties parties, Ages ages) {
        this.mandates = mandates;
        this.parties = parties;
        this.ages = ages;
    }

    @Override
    public Optional<Refusal> check(Candidate candidate) {
        Submission submission = candidate.submission();
        return submission
                .agent()
                .filter(agent -> submission.by() instanceof Citizen || ages.isMinor(submission.applicant()))
                .flatMap(agent -> obstacle(agent, submission.applicant(), submission.item()));
    }

    /**
     * What stands against the one applying for the other today; empty if nothing does. Whoever has or had a mandate reads
     * the name in full.
     */
    public Optional<Refusal> obstacle(PartyId agent, PartyId principal, ItemKey item) {
        MandateStanding standing = mandates.standing(agent, principal, item);
        String whom =
                "“" + (standing.mandate().isPresent() ? parties.name(principal) : parties.maskedName(principal)) + "”";
        if (isGuardianship(standing)) {
            return ofGuardian(standing, whom);
        }
        if (standing.holds() && ages.isMinor(principal)) {
            return refusal(Refusal.Reason.NO_MANDATE, whom + "未满十八周岁，须由登记的监护人申请，不能由其他人代办。");
        }
        return switch (standing.state()) {
            case HOLDS -> Optional.empty();
            case EXPIRED ->
                refusal(Refusal.Reason.MANDATE_EXPIRED, whom + "给您的委托已于" + until(standing) + "到期，不能再代办。请重新取得委托后办理。");
            case NOT_YET -> refusal(Refusal.Reason.MANDATE_EXPIRED, whom + "给您的委托自" + from(standing) + "起生效，现在还不能代办。");
            case OTHER_ITEM -> refusal(Refusal.Reason.MANDATE_SCOPE, whom + "给您的委托不包括本事项，不能代办。请取得包括本事项的委托后办理。");
            case NONE -> refusal(Refusal.Reason.NO_MANDATE, "没有登记" + whom + "给您的委托，不能代办。请先取得委托。");
        };
    }

    private static boolean isGuardianship(MandateStanding standing) {
        return standing.mandate()
                .filter(mandate -> mandate.kind() == Mandate.Kind.GUARDIAN)
                .isPresent();
    }

    /** It is the law's, not an order: there is nothing to be renewed. */
    private static Optional<Refusal> ofGuardian(MandateStanding standing, String whom) {
        return switch (standing.state()) {
            case HOLDS -> Optional.empty();
            case EXPIRED ->
                refusal(
                        Refusal.Reason.MANDATE_EXPIRED,
                        "您作为" + whom + "监护人的登记已于" + until(standing) + "到期。已满十八周岁的，由本人办理。");
            default -> refusal(Refusal.Reason.MANDATE_SCOPE, "您作为" + whom + "监护人的登记现在不包括本事项，不能申请。");
        };
    }

    private static Optional<Refusal> refusal(Refusal.Reason reason, String message) {
        return Optional.of(new Refusal(reason, message));
    }

    private static String until(MandateStanding standing) {
        return day(standing.mandate().map(Mandate::validUntil));
    }

    private static String from(MandateStanding standing) {
        return day(standing.mandate().map(Mandate::validFrom));
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(DAY::format).orElseThrow();
    }
}
