package org.haina.service.applications;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.haina.service.cases.CaseLists;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * One application a round: a second one is told the number of the first. A withdrawn one does not count. {@link SubmissionLog#lock} lets
 * no other application of the same person be received meanwhile.
 */
@Component
@Order(40)
public class OncePerRoundRule implements SubmissionRule {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final CaseLists cases;

    OncePerRoundRule(CaseLists cases) {
        this.cases = cases;
    }

    @Override
    public Optional<Refusal> check(Candidate candidate) {
        return standing(candidate.submission().applicant(), candidate.item(), candidate.today())
                .map(number ->
                        new Refusal(Refusal.Reason.ALREADY_APPLIED, "您在本次受理期限内已经申请过，办件编号 " + number + "，请在“我的办件”中查看。"));
    }

    /** The person's case of the round that is open on this day; it leaves no room for another. */
    public Optional<CaseNumber> standing(PartyId applicant, ItemVersion item, LocalDate today) {
        return Optional.ofNullable(item.definition().window())
                .flatMap(window -> window.openOn(today))
                .flatMap(round -> cases.standingSince(
                        applicant,
                        Stream.concat(
                                        Stream.of(item.key()),
                                        item.definition().excluded().stream().map(ItemKey::new))
                                .toList(),
                        round.opens().atStartOfDay(SHANGHAI).toInstant()));
    }
}
