package org.haina.service.workflow;

import java.util.List;

/**
 * An open task reads otherwise since its process goes by another model; published inside the engine's transaction.
 *
 * @param taskId the engine's id
 * @param name what a person reads
 * @param role the role that may take it
 * @param outcomes the ways to complete it, in the model's order
 */
public record TaskChanged(String taskId, String name, String role, List<String> outcomes) {

    public TaskChanged {
        outcomes = List.copyOf(outcomes);
    }
}
