package org.haina.processes;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haina.processes.ModelRule.Report;

/** What an item's definition promises and its models do must agree. */
final class ItemFindings {
    private final ItemDefinition item;
    private final Report report;
    private final Collection<DecisionModel> decisions;

    ItemFindings(ItemDefinition item, Collection<DecisionModel> decisions, Report report) {
        this.item = item;
        this.decisions = decisions;
        this.report = report;
    }

    void check(String file, Collection<ProcessModel> models) {
        report.unless(
                file.equals(item.area() + "/" + item.key() + "/item.yaml"),
                "key",
                "key and area must be the names of the folders");
        Map<String, ProcessModel> byKey =
                models.stream().collect(Collectors.toMap(ProcessModel::key, Function.identity(), (one, two) -> one));
        ProcessModel own = byKey.get(item.key());
        if (own == null) {
            report.add("key", "there is no model " + item.key() + ".bpmn");
        } else {
            agree(reached(own, byKey));
        }
    }

    private void agree(List<ProcessModel> models) {
        Set<String> steps =
                models.stream().flatMap(model -> model.steps().stream()).collect(Collectors.toSet());
        report.unless(
                (steps.contains(StepNames.OPEN_CHECKS) || steps.contains(StepNames.ASK_REGISTERS))
                        != item.checks().isEmpty(),
                "checks",
                "declared exactly when the process has them: without any, nothing would ever settle them");
        report.unless(
                steps.contains(StepNames.SEAL_CERTIFICATE) == (item.certificate() != null),
                "certificate",
                "named exactly when the process issues one");
        report.unless(
                steps.contains(StepNames.GRANT_INSTANTLY) == (item.mode() == ItemDefinition.Mode.INSTANT),
                "mode",
                "instant exactly when the process can grant without a person");
        report.unless(
                steps.contains(StepNames.OPEN_LATER_CHECK) == item.takesCommitments(),
                "materials",
                "something may be promised exactly when the process opens a later check");
        commitment(steps);
        report.unless(
                steps.contains(StepNames.DEEM_RENEWED) == (item.renewal() != null),
                "renewal",
                "given exactly when the process renews what nobody has decided upon in time (licence law 50)");
        report.unless(
                !item.takesDeferrals() || steps.contains(StepNames.RECORD_DECISION),
                "materials",
                "may be handed in later only where the process decides: the decision waits for them");
        report.unless(
                !steps.contains(StepNames.DETERMINE_ELIGIBILITY)
                        || decisions.stream()
                                .anyMatch(decision -> decision.key().equals(item.key() + "-eligibility")),
                "key",
                "there is no decision " + item.key() + "-eligibility.dmn");
        roles(models);
    }

    /** Decided upon a promise, but never without the ordinary way beside it and the way back (撤销) behind it. */
    private void commitment(Set<String> steps) {
        boolean promised = item.mode() == ItemDefinition.Mode.COMMITMENT;
        report.unless(
                steps.contains(StepNames.PROPOSE_ON_COMMITMENT) == promised,
                "mode",
                "commitment exactly when the process decides upon a promise");
        report.unless(
                !promised || steps.contains(StepNames.DETERMINE_ELIGIBILITY),
                "mode",
                "commitment: the ordinary way with its review is missing");
        report.unless(
                !promised || steps.contains(StepNames.ORDER_RECTIFICATION) && steps.contains(StepNames.ANNUL_GRANT),
                "mode",
                "commitment: nothing orders rectification and annuls what a broken promise has brought");
    }

    private void roles(List<ProcessModel> models) {
        List<String> declared =
                item.roles().stream().map(ItemDefinition.Role::key).toList();
        models.stream()
                .flatMap(model -> model.userTasks().stream())
                .filter(task -> !declared.contains(task.role()))
                .forEach(task -> report.add("roles", task.role() + " is missing, " + task.key() + " needs it"));
    }

    private static List<ProcessModel> reached(ProcessModel own, Map<String, ProcessModel> byKey) {
        Set<String> keys = new HashSet<>(own.phases());
        keys.add(own.key());
        return byKey.values().stream()
                .filter(model -> keys.contains(model.key()))
                .toList();
    }
}
