package org.haina.service.terminations;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("recordTermination")
class RecordTerminationStep implements JavaDelegate {

    private final Proceedings proceedings;
    private final TerminationLetters letters;

    RecordTerminationStep(Proceedings proceedings, TerminationLetters letters) {
        this.proceedings = proceedings;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.decide(proceedings.made(Workflow.caseOf(execution)));
    }
}
