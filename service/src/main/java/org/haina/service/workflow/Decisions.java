package org.haina.service.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Service;

/** Decision tables, asked outside a process as well: eligibility is shown to citizens before they apply. */
@Service
public class Decisions {

    private final DecisionService engine;

    Decisions(DecisionService engine) {
        this.engine = engine;
    }

    /**
     * Evaluates the newest version of a table.
     *
     * @return one map per matching rule: output name to value
     */
    public List<Map<String, Object>> evaluate(String decision, Map<String, Object> facts) {
        return engine.evaluateDecisionTableByKey(decision, facts).getResultList();
    }
}
