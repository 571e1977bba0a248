package org.haina.service.cases;

import java.time.Instant;
import org.haina.service.keys.CaseNumber;

/** A case has changed its state; published inside the transaction that changed it. */
record CaseMoved(CaseNumber number, CaseMove move, CaseStatus from, CaseStatus to, Instant at, Actor by) {}
