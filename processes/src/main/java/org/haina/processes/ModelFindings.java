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
            new WaitRule(),
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

    /**
     * Checks an item against its models.
     *
     * @param file path of the {@code item.yaml} below the module
     * @param models all models deployed with it, phases included
     * @param decisions all decisions deployed with it
     */
    public static List<Finding> ofItem(
            String file, ItemDefinition item, Collection<ProcessModel> models, Collection<DecisionModel> decisions) {
        List<Finding> findings = new ArrayList<>();
        ModelRule.Report report = (element, reason) -> findings.add(new Finding(file, element, reason));
        new ItemFindings(item, decisions, report).check(file, models);
        return findings;
    }

    /** Called phases first know nothing of each other: an item's walk needs their outcomes, not the reverse. */
    private static Map<String, Set<String>> outcomesOf(Collection<ProcessModel> models) {
        Map<String, Set<String>> outcomes = new HashMap<>();
        models.forEach(model ->
                outcomes.put(model.key(), OutcomeWalk.through(model, Map.of()).endOutcomes()));
        return outcomes;
    }
}
