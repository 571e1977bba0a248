package org.haina.service.decisions;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("recordDecision")
class RecordDecisionStep implements JavaDelegate {

    private final DecisionLetters letters;

    RecordDecisionStep(DecisionLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.write(Workflow.caseOf(execution), Workflow.organOf(execution));
    }
}
