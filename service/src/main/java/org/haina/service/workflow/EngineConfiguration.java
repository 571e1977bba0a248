package org.haina.service.workflow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    ProcessEnginePlugin lockDown(ApplicationContext context, ApplicationEventPublisher events) {
        return new LockDownPlugin(new StepBeans(context), new ModelRules(new TaskEvents(events)));
    }

    /** Ordered behind the lock-down, whose parse listener it joins. */
    @Bean
    ProcessEnginePlugin jobCorrelation() {
        return new JobCorrelation();
    }

    /** Fails the start when a setting of the engine is not what the lock-down asks for. */
    @Bean
    EngineSelfCheck engineSelfCheck(ProcessEngine engine, ResourceLoader classes) {
        EngineSelfCheck check = new EngineSelfCheck(
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration(), classes.getClassLoader());
        check.run();
        return check;
    }

    /** Closes every door of the engine that we do not use, and tunes what we do. */
    private record LockDownPlugin(StepBeans steps, ModelRules rules) implements ProcessEnginePlugin {

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            XmlAccess.restrict();
            engine.setBeans(steps.asMap());
            engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(rules)));
            engine.setEnableExpressionsInAdhocQueries(false);
            engine.setEnableExpressionsInStoredQueries(false);
            engine.setDeserializationTypeValidationEnabled(true);
            engine.setJavaSerializationFormatEnabled(false);
            engine.setEnableXxeProcessing(false);
            engine.setQueryMaxResultsLimit(1000);
            engine.setEnableScriptEngineLoadExternalResources(false);
            engine.setConfigureScriptEngineHostAccess(false);
            engine.setEnableScriptCompilation(false);
            engine.setAuthorizationEnabled(false);
            engine.setDbIdentityUsed(false);
            engine.setCmmnEnabled(false);
            engine.setStandaloneTasksEnabled(false);
            engine.setMetricsEnabled(false);
            engine.setTaskMetricsEnabled(false);
            engine.setImplicitVariableUpdateDetectionEnabled(false);
            engine.setSkipHistoryOptimisticLockingExceptions(true);
            engine.setEnforceHistoryTimeToLive(true);
            engine.setHistoryCleanupBatchWindowStartTime("01:00");
            engine.setHistoryCleanupBatchWindowEndTime("05:00");
            engine.setDefaultSerializationFormat("application/json");
        }

        @Override
        public void postInit(ProcessEngineConfigurationImpl engine) {
            if (engine instanceof SpringProcessEngineConfiguration spring) {
                spring.setDeploymentResources(new org.springframework.core.io.Resource[0]);
            }
        }

        @Override
        public void postProcessEngineBuild(ProcessEngine engine) {
            // nothing after the build
        }
    }
}
