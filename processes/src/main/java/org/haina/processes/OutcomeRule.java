package org.haina.processes;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;

/** Every outcome finds its way, every condition can come true, every phase keeps to its closed list of outcomes. */
final class OutcomeRule implements ModelRule {
    /** The phase contract: what each phase may give back. */
    private static final Map<String, Set<String>> PHASES = Map.ofEntries(
            Map.entry("later-check", Set.of("kept", "rectified", "annulled", "upheld")),
            Map.entry("yearly-check", Set.of("passed", "rectified", "failed", "lapsed")),
            Map.entry("grant-withdrawal", Set.of("dropped", "withdrawn", "kept")),
            Map.entry("grant-annulment", Set.of("dropped", "unlawful", "annulled", "kept")),
            Map.entry("grant-revocation", Set.of("dropped", "revoked", "kept")),
            Map.entry("grant-cancellation", Set.of("cancelled", "kept")),
            Map.entry("intake", Set.of("accepted", "notAccepted", "notRequired", "timedOut")),
            Map.entry("checks", Set.of("passed", "failed")),
            Map.entry("instant", Set.of("granted", "unclear", "contested")),
            Map.entry("opinion", Set.of("agree", "object")),
            Map.entry("review", Set.of("approve", "reject", "special")),
            Map.entry("decision", Set.of("granted", "refused")),
            Map.entry("upper-decision", Set.of("granted", "refused")),
            Map.entry("issuance", Set.of("delivered")),
            Map.entry("filing", Set.of("filed", "notFiled")),
            Map.entry("answering", Set.of("answered", "passedOn")),
            Map.entry("complaint-answering", Set.of("answered", "passedOn")),
            Map.entry("site-review", Set.of("approve", "reject")));

    @Override
    public void check(ProcessModel model, Surroundings around, Report report) {
        OutcomeWalk walk = OutcomeWalk.through(model, around.outcomes());
        walk.stuck()
                .forEach(arrival ->
                        report.add(arrival.node().getId(), "no flow for the outcome \"" + arrival.outcome() + "\""));
        model.flows().stream()
                .filter(flow -> flow.getConditionExpression() != null)
                .forEach(flow -> report.unless(walk.takes(flow), flow.getId(), "no outcome ever takes this flow"));
        model.elements(ExclusiveGateway.class).forEach(gateway -> conditions(model, gateway, report));
        model.nodes().forEach(node -> splits(model, node, report));
        phase(model, walk.endOutcomes(), report);
    }

    private static void conditions(ProcessModel model, FlowNode gateway, Report report) {
        if (model.outgoing(gateway).size() > 1) {
            model.outgoing(gateway).stream()
                    .filter(flow -> flow.getConditionExpression() == null)
                    .filter(flow -> !flow.equals(((ExclusiveGateway) gateway).getDefault()))
                    .forEach(flow -> report.add(flow.getId(), "a condition is missing"));
        }
    }

    /** Two ways out of anything but a gateway would run in parallel, which nobody sees in the picture. */
    private static void splits(ProcessModel model, FlowNode node, Report report) {
        report.unless(
                node instanceof Gateway || model.outgoing(node).size() < 2,
                node.getId(),
                "only gateways may split the way");
        report.unless(
                node instanceof ExclusiveGateway
                        || model.outgoing(node).stream().allMatch(flow -> flow.getConditionExpression() == null),
                node.getId(),
                "only exclusive gateways may have conditions");
    }

    private static void phase(ProcessModel model, Set<String> outcomes, Report report) {
        Set<String> allowed = PHASES.get(model.key());
        if (allowed != null && model.file().startsWith("phases/")) {
            outcomes.stream()
                    .filter(outcome -> !allowed.contains(outcome))
                    .forEach(outcome ->
                            report.add(model.key(), "the outcome \"" + outcome + "\" is not in the phase's contract"));
        }
    }
}
