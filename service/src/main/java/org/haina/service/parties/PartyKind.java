package org.haina.service.parties;

import java.util.Set;

/** What a party is, as its identifier's type tells. */
enum PartyKind {
    PERSON,
    ORGANISATION;

    /** Holder types of e-licences: 001 unified social credit code, 099 other organisation. */
    private static final Set<String> ORGANISATIONS = Set.of("001", "099");

    static PartyKind ofIdType(String idType) {
        return ORGANISATIONS.contains(idType) ? ORGANISATION : PERSON;
    }
}
