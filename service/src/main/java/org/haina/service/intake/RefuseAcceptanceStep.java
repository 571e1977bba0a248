package org.haina.service.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("refuseAcceptance")
class RefuseAcceptanceStep implements JavaDelegate {

    private final IntakeNotices notices;

    RefuseAcceptanceStep(IntakeNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.refused(Workflow.caseOf(execution));
    }
}
