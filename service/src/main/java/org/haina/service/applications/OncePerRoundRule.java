package org.haina.service.applications;

import java.time.ZoneId;
import java.util.Optional;
import org.haina.processes.ItemDefinition.Round;
import org.haina.service.cases.CaseLists;
import org.haina.service.keys.CaseNumber;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * One application a round: a second one is told the number of the first. A withdrawn one does not count. {@link SubmissionLog#lock} lets
 * no other application of the same person be received meanwhile.
 */
@Component
@Order(40)
class OncePerRoundRule implements SubmissionRule {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final CaseLists cases;

    OncePerRoundRule(CaseLists cases) {
        this.cases = cases;
    }

    @Override
    public Optional<Refusal> check(Candidate candidate) {
        return Optional.ofNullable(candidate.item().definition().window())
                .flatMap(window -> window.openOn(candidate.today()))
                .flatMap(round -> earlier(candidate, round))
                .map(number ->
                        new Refusal(Refusal.Reason.ALREADY_APPLIED, "您在本次受理期限内已经申请过，办件编号 " + number + "，请在“我的办件”中查看。"));
    }

    private Optional<CaseNumber> earlier(Candidate candidate, Round round) {
        return cases.standingSince(
                candidate.submission().applicant(),
                candidate.item().key(),
                round.opens().atStartOfDay(SHANGHAI).toInstant());
    }
}
