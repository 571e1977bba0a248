package org.haina.service.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Decision tables, asked outside a process as well: eligibility is shown to citizens before they apply. */
@Service
public class Decisions {

    private final DecisionService engine;
    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final Map<Deployed, String> definitions = new ConcurrentHashMap<>();

    Decisions(DecisionService engine, RepositoryService repository, JdbcClient jdbc) {
        this.engine = engine;
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** What is deployed never changes, so what was looked up once holds. */
    private record Deployed(String deployment, String decision) {}

    /**
     * Evaluates the table of the release that a process belongs to: a running case is weighed as when it began, and
     * whoever has none yet by what a new case would run by.
     *
     * @param processDefinition id of the definition a process runs by, its own or a called one
     * @throws IllegalStateException if that release has no such table
     */
    public List<Map<String, Object>> evaluate(String processDefinition, String decision, Map<String, Object> facts) {
        String deployment = repository.getProcessDefinition(processDefinition).getDeploymentId();
        String definition = definitions.computeIfAbsent(new Deployed(deployment, decision), this::find);
        return engine.evaluateDecisionTableById(definition, facts).getResultList();
    }

    /** Id of the definition that a running root process goes by; empty once it has ended. */
    public Optional<String> definition(String rootInstance) {
        return jdbc.sql("select proc_def_id_ from act_ru_execution where id_ = ?")
                .param(rootInstance)
                .query(String.class)
                .optional();
    }

    private String find(Deployed wanted) {
        return jdbc.sql("select id_ from act_re_decision_def where deployment_id_ = ? and key_ = ?")
                .params(wanted.deployment(), wanted.decision())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException(
                        "Deployment " + wanted.deployment() + " has no decision " + wanted.decision()));
    }
}
