package org.haina.service.decisions;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.haina.processes.VariableNames;
import org.haina.service.workflow.Workflow;
import org.springframework.stereotype.Component;

@Component("proposeOnCommitment")
class ProposeOnCommitmentStep implements JavaDelegate {

    private final CommitmentWay way;

    ProposeOnCommitmentStep(CommitmentWay way) {
        this.way = way;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(VariableNames.PROMISED, way.propose(Workflow.caseOf(execution)));
    }
}
