package org.haina.service.yearlychecks;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("tellYearlyCheck")
class TellYearlyCheckStep implements JavaDelegate {

    private final YearlyCheckLetters letters;

    TellYearlyCheckStep(YearlyCheckLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.write(Workflow.caseOf(execution));
    }
}
