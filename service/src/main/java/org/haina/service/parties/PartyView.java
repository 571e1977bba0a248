package org.haina.service.parties;

import java.util.Optional;
import org.haina.service.keys.PartyId;

/**
 * A party as lists and pages show it.
 *
 * @param name masked, except of an organisation and for whoever acts for the party
 * @param idNumber masked, except of an organisation: its code is public
 * @param phone masked
 */
public record PartyView(
        PartyId id, PartyKind kind, String name, String idType, String idNumber, Optional<String> phone) {}
