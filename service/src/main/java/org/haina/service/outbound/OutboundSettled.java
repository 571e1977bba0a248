package org.haina.service.outbound;

import java.util.UUID;
import org.haina.service.keys.CaseNumber;

/**
 * An operator has closed a call by hand; no answer will come. Published in the transaction that closes it.
 *
 * @param reference the key given with the call
 */
public record OutboundSettled(UUID id, CaseNumber caseNumber, String register, String query, String reference) {}
