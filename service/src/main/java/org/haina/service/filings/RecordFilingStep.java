package org.haina.service.filings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("recordFiling")
class RecordFilingStep implements JavaDelegate {

    private final FilingLetters letters;

    RecordFilingStep(FilingLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.write(Workflow.caseOf(execution));
    }
}
