package org.haina.service.closing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("withdrawApplication")
class WithdrawApplicationStep implements JavaDelegate {

    private final Withdrawals withdrawals;

    WithdrawApplicationStep(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        withdrawals.settle(Workflow.caseOf(execution));
    }
}
