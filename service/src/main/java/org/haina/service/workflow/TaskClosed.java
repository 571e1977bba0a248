package org.haina.service.workflow;

import org.haina.service.keys.CaseNumber;

/**
 * A user task has ended; published inside the engine's transaction.
 *
 * @param completed true if a person completed it, false if the process moved away from it
 */
public record TaskClosed(String taskId, CaseNumber number, boolean completed) {}
