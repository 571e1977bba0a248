package org.haina.service.cases;

import org.haina.service.keys.CaseNumber;

/**
 * A case has come to its end, or something was written on the time line of one that had; published inside the
 * transaction that did it.
 */
public record ClosedCaseChanged(CaseNumber number) {}
