package org.haina.service.laterchecks;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("annulGrant")
class AnnulGrantStep implements JavaDelegate {

    private final AnnulmentLetters letters;

    AnnulGrantStep(AnnulmentLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.write(Workflow.caseOf(execution));
    }
}
