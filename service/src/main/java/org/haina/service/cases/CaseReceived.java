package org.haina.service.cases;

import java.time.Instant;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.CaseNumber;

/** A case has come into being; published inside the transaction that received it, before its process starts. */
public record CaseReceived(NewCase filed, Instant at) {

    public CaseNumber number() {
        return filed.number();
    }

    public ItemVersion item() {
        return filed.item();
    }
}
