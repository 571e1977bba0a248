package org.haina.service.decisions;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.service.keys.CaseNumber;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("grantInstantly")
class GrantInstantlyStep implements JavaDelegate {

    private final InstantDecision decision;

    GrantInstantlyStep(InstantDecision decision) {
        this.decision = decision;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber number = Workflow.caseOf(execution);
        decision.grant(number, execution.getProcessDefinitionId());
    }
}
