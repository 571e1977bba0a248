package org.haina.service.issuance;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("sealCertificate")
class SealCertificateStep implements JavaDelegate {

    private final Sealing sealing;

    SealCertificateStep(Sealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sealing.seal(Workflow.caseOf(execution), Workflow.organOf(execution));
    }
}
