package org.haina.service.terminations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.parties.Parties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the holder may do when a grant is to end, himself or by the agent of an organisation. */
@Service
public class HolderSide {

    /**
     * What his case page shows.
     *
     * @param all proposals of the case, oldest first
     * @param states true while he may state his case
     * @param cancels true if he may ask for the cancellation
     */
    public record View(List<Termination> all, boolean states, boolean cancels) {

        public View {
            all = List.copyOf(all);
        }
    }

    private final TerminationRules rules;
    private final TerminationRows rows;
    private final Terminations terminations;
    private final Proceedings proceedings;
    private final Cases cases;
    private final Parties parties;
    private final Clock clock;

    HolderSide(
            TerminationRules rules,
            TerminationRows rows,
            Terminations terminations,
            Proceedings proceedings,
            Cases cases,
            Parties parties,
            Clock clock) {
        this.rules = rules;
        this.rows = rows;
        this.terminations = terminations;
        this.proceedings = proceedings;
        this.cases = cases;
        this.parties = parties;
        this.clock = clock;
    }

    /** A case that is not closed has none of it. */
    public View of(CaseFile file, Citizen citizen) {
        if (file.closedAt().isEmpty()) {
            return new View(List.of(), false, false);
        }
        List<Termination> all = rows.of(file.number());
        return new View(
                all,
                all.stream().anyMatch(termination -> termination.awaitsStatement(today())),
                speaksFor(file, citizen) && mayCancel(file));
    }

    /**
     * Puts down the holder's statement, once. The same words again change nothing.
     *
     * @throws Problem if nothing is proposed, the day has passed or he has answered already
     */
    @Transactional
    public void state(CaseNumber number, String statement, Citizen citizen) {
        CaseFile file = cases.lock(number);
        Termination proposed =
                terminations.open(number).orElseThrow(() -> Problem.conflict("现在没有需要您陈述、申辩的事项。请刷新页面查看最新情况。"));
        if (proposed.statement().equals(Optional.of(statement))) {
            return;
        }
        if (!proposed.awaitsStatement(today())) {
            throw Problem.conflict(
                    proposed.statement().isPresent() ? "您已经提出过陈述申辩，内容在办件页面上。" : "陈述申辩的期限已过，或者已经进入下一步。请刷新页面查看最新情况。");
        }
        proceedings.state(proposed, statement, actor(file, citizen));
    }

    /**
     * 依申请注销. Asking again while it is under way changes nothing.
     *
     * @throws Problem if it is not his to ask, or not possible now
     */
    @Transactional
    public void ask(CaseNumber number, String reason, Citizen citizen) {
        CaseFile file = cases.lock(number);
        if (!speaksFor(file, citizen)) {
            throw Problem.forbidden("注销许可须由被许可人本人申请。");
        }
        Optional<Termination> open = terminations.open(number);
        if (open.filter(Termination::byHolder).isPresent()) {
            return;
        }
        if (open.isPresent() || !mayCancel(file)) {
            throw Problem.conflict(
                    open.map(now -> "办理机关正在办理：" + now.state() + "。现在不能申请注销。").orElse("这个办件现在不能申请注销。请刷新页面查看最新情况。"));
        }
        terminations.ask(file, reason, actor(file, citizen));
    }

    private boolean mayCancel(CaseFile file) {
        return rules.grounds(file, TerminationAct.CANCELLATION).contains(Ground.ASKED_BY_HOLDER);
    }

    /** A person for himself; an organisation cannot but by its agent. */
    private boolean speaksFor(CaseFile file, Citizen citizen) {
        return file.applicant().equals(citizen.party()) || parties.isOrganisation(file.applicant());
    }

    private static Actor actor(CaseFile file, Citizen citizen) {
        return file.applicant().equals(citizen.party()) ? Actor.of(citizen) : Actor.agent(citizen);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
