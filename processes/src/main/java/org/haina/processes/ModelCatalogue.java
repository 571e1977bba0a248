package org.haina.processes;

import java.util.Set;

/**
 * The names a model may use.
 *
 * @param steps bean names
 * @param roles candidate groups
 * @param messages message names
 * @param variables process variables
 * @param decisions keys of deployed decisions
 */
public record ModelCatalogue(
        Set<String> steps, Set<String> roles, Set<String> messages, Set<String> variables, Set<String> decisions) {
    public ModelCatalogue {
        steps = Set.copyOf(steps);
        roles = Set.copyOf(roles);
        messages = Set.copyOf(messages);
        variables = Set.copyOf(variables);
        decisions = Set.copyOf(decisions);
    }

    /** The names of {@link StepNames}, {@link RoleNames}, {@link MessageNames} and {@link VariableNames}. */
    public static ModelCatalogue of(Set<String> decisions) {
        return new ModelCatalogue(StepNames.ALL, RoleNames.ALL, MessageNames.ALL, VariableNames.ALL, decisions);
    }
}
