package org.haina.service.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("deemAccepted")
class DeemAcceptedStep implements JavaDelegate {

    private final IntakeNotices notices;

    DeemAcceptedStep(IntakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.deemedAccepted(Workflow.caseOf(execution));
    }
}
