package org.haina.service.cases;

import org.haina.service.access.Caller;
import org.haina.service.access.Role;

/**
 * Who moves a case.
 *
 * @param id party id, account or name of the machinery; never a name or number of a person
 * @param label what colleagues and the applicant read; an official's name and nothing else
 */
public record Actor(ActorKind kind, String id, String label) {

    public static final Actor SYSTEM = new Actor(ActorKind.SYSTEM, "haina", "系统");

    /**
     * The head of the organ, acting as such.
     *
     * @throws IllegalArgumentException if this official is not
     */
    public static Actor head(Caller.Official official) {
        if (!official.has(Role.HEAD)) {
            throw new IllegalArgumentException(official.account() + " is not the head");
        }
        return new Actor(ActorKind.HEAD, official.account(), official.displayName());
    }

    /** Who acts for the applicant, with the applicant's rights. */
    public static Actor agent(Caller caller) {
        return caller instanceof Caller.Citizen ? new Actor(ActorKind.APPLICANT, caller.id(), "申请人的代办人") : of(caller);
    }

    /** The capacity in which a caller acts on a case. */
    public static Actor of(Caller caller) {
        if (caller instanceof Caller.Citizen citizen) {
            return new Actor(ActorKind.APPLICANT, citizen.id(), "申请人");
        }
        if (caller instanceof Caller.Official official) {
            return new Actor(ActorKind.OFFICIAL, official.id(), official.displayName());
        }
        if (caller instanceof Caller.Machine machine) {
            return new Actor(ActorKind.APPLICANT, machine.id(), "接口申报");
        }
        throw new IllegalStateException("Nobody cannot act on a case");
    }
}
