package org.haina.service.doctor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.haina.processes.DecisionModel;
import org.haina.processes.Finding;
import org.haina.processes.InvalidModelException;
import org.haina.processes.ItemDefinition;
import org.haina.processes.ModelCatalogue;
import org.haina.processes.ModelFindings;
import org.haina.processes.ProcessModel;

/** All models and tables of a release, read together because they call each other. */
record ModelReading(List<ProcessModel> models, List<DecisionModel> decisions, List<Finding> unreadable) {

    private static final String TOP = "processes/";

    static ModelReading of(Map<String, byte[]> artefacts) {
        List<ProcessModel> models = new ArrayList<>();
        List<DecisionModel> decisions = new ArrayList<>();
        List<Finding> unreadable = new ArrayList<>();
        new TreeMap<>(artefacts).forEach((path, bytes) -> {
            String file = path.startsWith(TOP) ? path.substring(TOP.length()) : path;
            try {
                if (path.endsWith(".bpmn")) {
                    models.add(ProcessModel.parse(file, bytes));
                } else if (path.endsWith(".dmn")) {
                    decisions.add(DecisionModel.parse(file, bytes));
                }
            } catch (InvalidModelException e) {
                unreadable.add(new Finding(file, "file", String.valueOf(e.getMessage())));
            }
        });
        return new ModelReading(models, decisions, unreadable);
    }

    /** What is wrong with the models themselves and among each other. */
    List<Finding> findings() {
        Set<String> keys = decisions.stream().map(DecisionModel::key).collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>(unreadable);
        findings.addAll(ModelFindings.of(models, ModelCatalogue.of(keys)));
        decisions.forEach(decision -> findings.addAll(decision.findings()));
        return findings.stream()
                .map(f -> new Finding(TOP + f.file(), f.element(), f.reason()))
                .toList();
    }

    /** What an item promises and its models do not keep. */
    Collection<Finding> agreement(String file, ItemDefinition definition) {
        return ModelFindings.ofItem(file, definition, models, decisions);
    }

    int size() {
        return models.size() + decisions.size();
    }
}
