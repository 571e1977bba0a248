package org.haina.service.workflow;

import java.util.List;
import java.util.Optional;
import org.haina.service.keys.CaseNumber;

/**
 * A user task has come into being; published inside the engine's transaction.
 *
 * @param taskId the engine's id
 * @param taskKey id of the element, e.g. {@code Task_AcceptApplication}
 * @param name what a person reads
 * @param role the role that may take it, as the model says
 * @param organ whose role it is, one of {@link org.haina.processes.VariableNames#ORGANS}; empty for the organ in charge
 * @param outcomes the ways to complete it, in the model's order
 */
public record TaskOpened(
        String taskId,
        CaseNumber number,
        String taskKey,
        String name,
        String role,
        Optional<String> organ,
        List<String> outcomes) {}
