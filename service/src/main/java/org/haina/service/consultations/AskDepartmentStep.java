package org.haina.service.consultations;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("askDepartment")
class AskDepartmentStep implements JavaDelegate {

    private final Consultations consultations;

    AskDepartmentStep(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        consultations.ask(
                Workflow.caseOf(execution), Workflow.organOf(execution).orElseThrow());
    }
}
