package org.haina.service.cases;

import org.haina.service.keys.CaseNumber;

/** An official has taken a task of a case or done something to it beside its tasks; published in the transaction of it. */
public record TakenInHand(CaseNumber number, String account) {}
