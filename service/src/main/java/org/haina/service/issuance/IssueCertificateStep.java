package org.haina.service.issuance;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.processes.VariableNames;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("issueCertificate")
class IssueCertificateStep implements JavaDelegate {

    private final Numbering numbering;

    IssueCertificateStep(Numbering numbering) {
        this.numbering = numbering;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                VariableNames.NUMBERED, numbering.open(Workflow.caseOf(execution), Workflow.organOf(execution)));
    }
}
