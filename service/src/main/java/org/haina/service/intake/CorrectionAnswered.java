package org.haina.service.intake;

import org.haina.service.keys.CaseNumber;

/** The applicant has answered a notice; published in that transaction, when answers and papers stand as he left them. */
public record CorrectionAnswered(CaseNumber number) {}
