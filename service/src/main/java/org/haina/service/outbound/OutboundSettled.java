package org.haina.service.outbound;

import java.util.UUID;
import org.haina.service.keys.CaseNumber;

/**
 * An operator has closed a call by hand; no answer will come. Published in the transaction that closes it; a listener that
 * cannot do without the answer refuses by an exception.
 *
 * @param reference the key given with the call
 */
public record OutboundSettled(UUID id, CaseNumber caseNumber, String register, String query, String reference) {}
