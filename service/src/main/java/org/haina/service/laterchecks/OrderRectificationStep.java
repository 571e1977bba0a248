package org.haina.service.laterchecks;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("orderRectification")
class OrderRectificationStep implements JavaDelegate {

    private final RectificationOrders orders;

    OrderRectificationStep(RectificationOrders orders) {
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        orders.write(Workflow.caseOf(execution));
    }
}
