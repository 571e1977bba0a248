package org.haina.service.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("acceptApplication")
class AcceptApplicationStep implements JavaDelegate {

    private final IntakeNotices notices;

    AcceptApplicationStep(IntakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.accepted(Workflow.caseOf(execution));
    }
}
