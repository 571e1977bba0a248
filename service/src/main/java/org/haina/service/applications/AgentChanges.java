package org.haina.service.applications;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseAgents;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.MandateStanding;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A running case is the organisation's, not its agent's: whom the organisation has named last for an item goes on with its cases, and
 * who acted before sees them no longer.
 */
@Service
public class AgentChanges {

    private static final String OTHER = "单位为本事项最后委托的经办人不是您，由最后委托的经办人接手。需要由您接手的，请单位重新委托。";
    private static final String CLOSED = "这个办件已经办结，不能再接手。";

    private final Cases cases;
    private final CaseAgents agents;
    private final Mandates mandates;
    private final MandateRule rule;
    private final Parties parties;

    AgentChanges(Cases cases, CaseAgents agents, Mandates mandates, MandateRule rule, Parties parties) {
        this.cases = cases;
        this.agents = agents;
        this.mandates = mandates;
        this.rule = rule;
        this.parties = parties;
    }

    /** An organisation's order that this citizen holds today. */
    public Optional<Mandate> order(UUID id, Citizen citizen) {
        return mandates.heldBy(citizen.party()).stream()
                .filter(mandate -> mandate.id().equals(id) && isOfOrganisation(mandate))
                .findFirst();
    }

    /** The running cases it covers that somebody else acts in, newest first, and this citizen may take over. */
    public List<CaseFile> open(Mandate order) {
        List<ItemKey> items = agents.itemsOfOthers(order.principal(), order.agent()).stream()
                .filter(item -> order.item().map(item::equals).orElse(true))
                .filter(item -> obstacle(order.agent(), order.principal(), item).isEmpty())
                .toList();
        return agents.ofOthers(order.principal(), order.agent(), items);
    }

    /**
     * From now on this citizen acts in the case, and nobody who did before.
     *
     * @throws Problem if it is no running case of an organisation that has named this citizen last for its item
     */
    @Transactional
    public void take(CaseNumber number, Citizen by) {
        CaseFile file = cases.lock(number);
        MandateStanding standing = mandates.standing(by.party(), file.applicant(), file.item());
        if (!standing.holds()
                || standing.mandate().filter(this::isOfOrganisation).isEmpty()) {
            throw Cases.unknown();
        }
        if (file.agent().filter(by.party()::equals).isPresent()) {
            return;
        }
        if (file.closedAt().isPresent()) {
            throw Problem.conflict(CLOSED);
        }
        obstacle(by.party(), file.applicant(), file.item()).ifPresent(why -> {
            throw Problem.conflict(why);
        });
        Mandate order = last(by.party(), file.applicant(), file.item()).orElseThrow(() -> Problem.conflict(OTHER));
        agents.change(
                file,
                by.party(),
                "由%s改为%s，依据%s"
                        .formatted(
                                file.agent().map(parties::maskedName).orElse("单位自己"),
                                parties.maskedName(by.party()),
                                order.evidence()),
                Actor.agent(by));
    }

    private Optional<String> obstacle(PartyId agent, PartyId principal, ItemKey item) {
        return rule.obstacle(agent, principal, item)
                .map(Refusal::message)
                .or(() -> last(agent, principal, item).isPresent() ? Optional.empty() : Optional.of(OTHER));
    }

    /** The order granted last for the item, if it is this agent's. */
    private Optional<Mandate> last(PartyId agent, PartyId principal, ItemKey item) {
        return mandates.agentOf(principal, item).filter(order -> order.agent().equals(agent));
    }

    private boolean isOfOrganisation(Mandate mandate) {
        return mandate.kind() == Mandate.Kind.AGENT && parties.isOrganisation(mandate.principal());
    }
}
