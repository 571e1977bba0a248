package org.haina.service.parties;

import org.haina.service.access.Masks;

/** From full to masked. */
final class Disguise {

    private Disguise() {}

    static PartyView of(PartyDetails party) {
        return named(party, name(party.kind(), party.name()));
    }

    /** Whoever acts for somebody knows the name, and tells one child from the other by it. */
    static PartyView forAgent(PartyDetails party) {
        return named(party, party.name());
    }

    private static PartyView named(PartyDetails party, String name) {
        return new PartyView(
                party.id(),
                party.kind(),
                name,
                party.idType(),
                party.kind() == PartyKind.ORGANISATION ? party.idNumber() : Masks.identifier(party.idNumber()),
                party.phone().map(Masks::phone));
    }

    static String name(PartyKind kind, String name) {
        return kind == PartyKind.ORGANISATION ? name : Masks.name(name);
    }
}
