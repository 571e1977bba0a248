package org.haina.service.renewals;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("deemRenewed")
class DeemRenewedStep implements JavaDelegate {

    private final DeemedRenewals renewals;

    DeemRenewedStep(DeemedRenewals renewals) {
        this.renewals = renewals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        renewals.renew(Workflow.caseOf(execution));
    }
}
