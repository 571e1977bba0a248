package org.haina.service.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.service.keys.CaseNumber;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("acceptInstantly")
class AcceptInstantlyStep implements JavaDelegate {

    private final InstantAcceptance acceptance;

    AcceptInstantlyStep(InstantAcceptance acceptance) {
        this.acceptance = acceptance;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber number = Workflow.caseOf(execution);
        acceptance.accept(number);
    }
}
