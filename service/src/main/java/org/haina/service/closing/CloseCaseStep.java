package org.haina.service.closing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.processes.VariableNames;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("closeCase")
class CloseCaseStep implements JavaDelegate {

    private final Closing closing;

    CloseCaseStep(Closing closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closing.close(Workflow.caseOf(execution), (String) execution.getVariable(VariableNames.ENDING));
    }
}
