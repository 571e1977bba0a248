package org.haina.service.workflow;

import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AsyncContinuationJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.haina.processes.VariableNames;
import org.haina.service.keys.CorrelationId;

/**
 * What a job goes on with keeps the correlation id of the action that led to it: noted as the flow into the step is
 * taken, picked up by whichever node runs the job.
 */
final class JobCorrelation extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomPostBPMNParseListeners().add(new Noting());
        engine.setCustomJobHandlers(List.of(new PickingUp()));
    }

    private static final class Noting extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
            if (transition.getDestination().isAsyncBefore()) {
                transition.addListener(
                        ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> execution.setVariable(
                                VariableNames.CORRELATION,
                                CorrelationId.current().value()));
            }
        }
    }

    private static final class PickingUp extends AsyncContinuationJobHandler {

        @Override
        public void execute(
                AsyncContinuationConfiguration configuration,
                ExecutionEntity execution,
                CommandContext command,
                String tenant) {
            CorrelationId id = CorrelationId.parse((String) execution.getVariable(VariableNames.CORRELATION))
                    .orElseGet(CorrelationId::fresh);
            try (var ignored = id.open()) {
                super.execute(configuration, execution, command, tenant);
            }
        }
    }
}
