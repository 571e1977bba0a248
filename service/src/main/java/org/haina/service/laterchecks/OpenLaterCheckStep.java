package org.haina.service.laterchecks;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("openLaterCheck")
class OpenLaterCheckStep implements JavaDelegate {

    private final LaterChecks checks;

    OpenLaterCheckStep(LaterChecks checks) {
        this.checks = checks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        checks.open(Workflow.caseOf(execution));
    }
}
