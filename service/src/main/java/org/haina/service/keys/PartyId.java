package org.haina.service.keys;

import java.io.Serializable;
import java.util.UUID;

/** Who is concerned: a person or an organisation, without saying anything about them. */
public record PartyId(UUID value) implements Serializable {

    public static PartyId of(String text) {
        return new PartyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
