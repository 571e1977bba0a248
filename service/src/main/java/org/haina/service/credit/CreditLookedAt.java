package org.haina.service.credit;

import org.haina.service.keys.CaseNumber;

/** A person has found out whether the promises of a case may be relied on; published in that transaction. */
record CreditLookedAt(CaseNumber number) {}
