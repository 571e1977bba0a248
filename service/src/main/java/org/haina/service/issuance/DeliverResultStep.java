package org.haina.service.issuance;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("deliverResult")
class DeliverResultStep implements JavaDelegate {

    private final ResultDelivery delivery;

    DeliverResultStep(ResultDelivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void execute(DelegateExecution execution) {
        delivery.deliver(Workflow.caseOf(execution));
    }
}
