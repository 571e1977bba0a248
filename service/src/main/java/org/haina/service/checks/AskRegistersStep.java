package org.haina.service.checks;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("askRegisters")
class AskRegistersStep implements JavaDelegate {

    private final Checks checks;

    AskRegistersStep(Checks checks) {
        this.checks = checks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        checks.ask(Workflow.caseOf(execution));
    }
}
