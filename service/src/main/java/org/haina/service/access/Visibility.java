package org.haina.service.access;

import static org.haina.service.access.Condition.all;
import static org.haina.service.access.Condition.any;

import java.util.Collection;
import java.util.Set;
import org.haina.service.access.Condition.Any;
import org.haina.service.access.Condition.Column;
import org.haina.service.access.Condition.Equal;
import org.haina.service.access.Condition.NotBarred;
import org.haina.service.access.Condition.TakesPart;

/**
 * Which cases a caller may see: one predicate, used by lists and by single objects alike. Citizens see cases they are
 * the applicant of, or the agent while the mandate holds; clerks, reviewers, deciders and heads those of their organ
 * and district (the city being a district of its own) and those in which their organ has a part; supervisors all; partners' systems what they filed; auditors,
 * operators and everybody else none. A complaint is the exception: of all officials only the supervisors of the organ that answers
 * see and handle it, unless they had a hand in what is complained of.
 */
public final class Visibility {

    private static final Set<Role> HANDLING = Set.of(Role.CLERK, Role.REVIEWER, Role.DECIDER, Role.HEAD);

    private static final Condition HANDLED = new Equal(Column.SUPERVISED, false);

    private final Condition handles;
    private final Condition sees;

    private Visibility(Condition handles, Condition sees) {
        this.handles = handles;
        this.sees = sees;
    }

    /**
     * The caller's visibility under these mandates.
     *
     * @param mandates of the caller, valid today; see {@link Visibilities#of}
     */
    static Visibility of(Caller caller, Collection<Mandated> mandates) {
        if (caller instanceof Caller.Official official) {
            Condition handles =
                    official.roles().stream().anyMatch(HANDLING::contains) ? ownOrgan(official) : Condition.NEVER;
            Condition usual = any(handles, official.has(Role.SUPERVISOR) ? Condition.ALWAYS : Condition.NEVER);
            Condition complaint = official.has(Role.SUPERVISOR) ? complaints(official) : Condition.NEVER;
            return new Visibility(any(all(HANDLED, handles), complaint), any(all(HANDLED, usual), complaint));
        }
        Condition own = own(caller, mandates);
        return new Visibility(own, own);
    }

    private static Condition own(Caller caller, Collection<Mandated> mandates) {
        if (caller instanceof Caller.Citizen citizen) {
            return any(
                    new Equal(Column.APPLICANT, citizen.party().value()),
                    all(
                            new Equal(Column.AGENT, citizen.party().value()),
                            new Any(mandates.stream().map(Visibility::covered).toList())));
        }
        return caller instanceof Caller.Machine machine
                ? new Equal(Column.FILED_BY, machine.clientId())
                : Condition.NEVER;
    }

    private static Condition covered(Mandated mandate) {
        Condition principal = new Equal(Column.APPLICANT, mandate.principal().value());
        return mandate.item()
                .map(item -> all(principal, new Equal(Column.ITEM, item.value())))
                .orElse(principal);
    }

    private static Condition complaints(Caller.Official official) {
        return all(
                new Equal(Column.SUPERVISED, true),
                new Equal(Column.DISTRICT, official.district().code()),
                new Equal(Column.ORG, official.org()),
                new NotBarred(official.account()));
    }

    private static Condition ownOrgan(Caller.Official official) {
        return any(
                all(new Equal(Column.DISTRICT, official.district().code()), new Equal(Column.ORG, official.org())),
                new TakesPart(official.org()));
    }

    /** True if the caller may see the case. */
    public boolean sees(CaseScope scope) {
        return sees.holds(scope);
    }

    /** True if the caller may also act on the case as far as scope goes; which step is a matter of role and task. */
    public boolean handles(CaseScope scope) {
        return handles.holds(scope);
    }

    /**
     * The same as {@link #sees} for a table with the columns {@code district, org, participants, item_key,
     * applicant_id, agent_id, filed_by, supervised, barred}.
     *
     * @param alias of the table in the statement
     */
    public SqlPredicate sql(String alias) {
        return sees.sql(alias);
    }
}
