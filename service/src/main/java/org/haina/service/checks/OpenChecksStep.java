package org.haina.service.checks;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("openChecks")
class OpenChecksStep implements JavaDelegate {

    private final Checks checks;

    OpenChecksStep(Checks checks) {
        this.checks = checks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        checks.open(Workflow.caseOf(execution));
    }
}
