package org.haina.service.cases;

import java.time.Instant;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.CaseNumber;

/** A case has come into being; published inside the transaction that received it. */
public record CaseReceived(CaseNumber number, ItemVersion item, Instant at) {}
