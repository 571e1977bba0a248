package org.haina.service.procedure;

import org.haina.service.keys.PartyId;

/** A proposal with what a list says of its case. */
record WaitingProposal(ExtensionProposal proposal, long itemVersion, PartyId applicant) {}
