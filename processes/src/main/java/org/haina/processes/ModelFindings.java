package org.haina.processes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything wrong with a set of models: the doctor's checks, each its own rule. */
public final class ModelFindings {
    private static final List<ModelRule> RULES = List.of(
            new IdentityRule(),
            new NamingRule(),
            new DocumentationRule(),
            new ConstructRule(),
            new ExpressionRule(),
            new BindingRule(),
            new VocabularyRule(),
            new UserTaskRule(),
            new ReachabilityRule(),
            new OutcomeRule(),
            new EndingRule(),
            new DrawingRule());

    private ModelFindings() {}

    /**
     * Checks models that are deployed together.
     *
     * @param models phases and items; a call activity may only call one of them
     * @return findings in the order of the models, empty when all is well
     */
    public static List<Finding> of(Collection<ProcessModel> models, ModelCatalogue catalogue) {
        ModelRule.Surroundings around = new ModelRule.Surroundings(catalogue, outcomesOf(models));
        List<Finding> findings = new ArrayList<>();
        for (ProcessModel model : models) {
            for (ModelRule rule : RULES) {
                rule.check(
                        model, around, (element, reason) -> findings.add(new Finding(model.file(), element, reason)));
            }
        }
        return findings.stream().distinct().toList();
    }

    /** Called phases first know nothing of each other: an item's walk needs their outcomes, not the reverse. */
    private static Map<String, Set<String>> outcomesOf(Collection<ProcessModel> models) {
        Map<String, Set<String>> outcomes = new HashMap<>();
        models.forEach(model ->
                outcomes.put(model.key(), OutcomeWalk.through(model, Map.of()).endOutcomes()));
        return outcomes;
    }
}
