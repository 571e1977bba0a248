package org.haina.service.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Asserts the lock-down list against the running engine, so that no setting elsewhere can reopen a door. */
public final class EngineSelfCheck {

    private final ProcessEngineConfigurationImpl engine;
    private final @Nullable ClassLoader classes;

    EngineSelfCheck(ProcessEngineConfigurationImpl engine, @Nullable ClassLoader classes) {
        this.engine = engine;
        this.classes = classes;
    }

    void run() {
        List<String> open = openDoors();
        if (!open.isEmpty()) {
            throw new IllegalStateException("The engine is not locked down: " + String.join(", ", open));
        }
    }

    /** Names of what should be closed and is not; empty if all is well. */
    public List<String> openDoors() {
        Map<String, Boolean> closed = new LinkedHashMap<>();
        closed.put("expressions in ad-hoc queries", !engine.isEnableExpressionsInAdhocQueries());
        closed.put("expressions in stored queries", !engine.isEnableExpressionsInStoredQueries());
        closed.put("unchecked deserialization", engine.isDeserializationTypeValidationEnabled());
        closed.put("Java serialization", !engine.isJavaSerializationFormatEnabled());
        closed.put("external entities", !engine.isEnableXxeProcessing());
        closed.put("unlimited queries", engine.getQueryMaxResultsLimit() <= 1000);
        closed.put("external scripts", !engine.isEnableScriptEngineLoadExternalResources());
        closed.put("script host access", !engine.isConfigureScriptEngineHostAccess());
        closed.put("all beans visible to models", engine.getBeans() != null);
        closed.put("models without rules", hasRules());
        closed.put("engine identity tables", !engine.isDbIdentityUsed());
        closed.put("history without end", engine.isEnforceHistoryTimeToLive());
        closed.put("engine REST on the class path", absent("org.camunda.bpm.engine.rest.impl.CamundaRestResources"));
        closed.put(
                "engine web applications", absent("org.camunda.bpm.webapp.impl.security.auth.AuthenticationService"));
        closed.put("GraalJS", absent("com.oracle.truffle.js.scriptengine.GraalJSScriptEngine"));
        closed.put("Groovy", absent("groovy.lang.GroovyShell"));
        closed.put("Jython", absent("org.python.util.PythonInterpreter"));
        return Stream.concat(
                        closed.entrySet().stream().filter(e -> !e.getValue()).map(Map.Entry::getKey),
                        XmlAccess.tooWide().stream())
                .toList();
    }

    private boolean hasRules() {
        List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners();
        return listeners != null && listeners.stream().anyMatch(ModelRules.class::isInstance);
    }

    private boolean absent(String className) {
        return !ClassUtils.isPresent(className, classes);
    }
}
