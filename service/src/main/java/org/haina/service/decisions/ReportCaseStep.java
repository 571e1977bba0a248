package org.haina.service.decisions;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("reportCase")
class ReportCaseStep implements JavaDelegate {

    private final Cases cases;

    ReportCaseStep(Cases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.move(Workflow.caseOf(execution), CaseMove.REPORT, Actor.SYSTEM, "");
    }
}
