package org.haina.processes;

/** Everything in the model is drawn: a shape for each node, a line for each flow. */
final class DrawingRule implements ModelRule {
    @Override
    public void check(ProcessModel model, Surroundings around, Report report) {
        Diagram diagram = Diagram.of(model);
        model.nodes()
                .forEach(node -> report.unless(
                        diagram.shapes().containsKey(node.getId()), node.getId(), "has no shape in the diagram"));
        model.flows()
                .forEach(flow -> report.unless(
                        diagram.lines().containsKey(flow.getId()), flow.getId(), "has no line in the diagram"));
    }
}
