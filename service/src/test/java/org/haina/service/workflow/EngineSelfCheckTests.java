package org.haina.service.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import net.bytebuddy.ByteBuddy;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Each door of the lock-down list, opened alone, keeps the application from coming up. */
class EngineSelfCheckTests {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(EngineConfiguration.class, Engine.class);

    @Test
    void with_every_door_closed_it_comes_up() {
        application.run(context -> assertThat(context).hasNotFailed());
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                door("expressions in ad-hoc queries", engine -> engine.setEnableExpressionsInAdhocQueries(true)),
                door("expressions in stored queries", engine -> engine.setEnableExpressionsInStoredQueries(true)),
                door("unchecked deserialization", engine -> engine.setDeserializationTypeValidationEnabled(false)),
                door("Java serialization", engine -> engine.setJavaSerializationFormatEnabled(true)),
                door("external entities", engine -> engine.setEnableXxeProcessing(true)),
                door("unlimited queries", engine -> engine.setQueryMaxResultsLimit(Integer.MAX_VALUE)),
                door("external scripts", engine -> engine.setEnableScriptEngineLoadExternalResources(true)),
                door("script host access", engine -> engine.setConfigureScriptEngineHostAccess(true)),
                door("all beans visible to models", engine -> engine.setBeans(null)),
                door("models without rules", engine -> engine.setCustomPostBPMNParseListeners(List.of())),
                door("engine identity tables", engine -> engine.setDbIdentityUsed(true)),
                door("history without end", engine -> engine.setEnforceHistoryTimeToLive(false)));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void a_setting_that_opens_a_door_is_refused(String door, Opening opening) {
        application.withBean(Opening.class, () -> opening).run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessage("The engine is not locked down: " + door));
    }

    @ParameterizedTest
    @CsvSource({
        "engine REST on the class path, org.camunda.bpm.engine.rest.impl.CamundaRestResources",
        "engine web applications, org.camunda.bpm.webapp.impl.security.auth.AuthenticationService",
        "GraalJS, com.oracle.truffle.js.scriptengine.GraalJSScriptEngine",
        "Groovy, groovy.lang.GroovyShell",
        "Jython, org.python.util.PythonInterpreter"
    })
    void a_part_that_must_not_be_there_is_refused(String door, String className) {
        ClassLoader loader = new ByteBuddy()
                .subclass(Object.class)
                .name(className)
                .make()
                .load(getClass().getClassLoader())
                .getLoaded()
                .getClassLoader();

        application.withClassLoader(loader).run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessage("The engine is not locked down: " + door));
    }

    @ParameterizedTest
    @CsvSource({
        "javax.xml.accessExternalSchema, all",
        "javax.xml.accessExternalSchema, 'file,http'",
        "javax.xml.accessExternalDTD, file",
        "javax.xml.accessExternalStylesheet, https"
    })
    void a_parser_that_may_fetch_from_elsewhere_is_refused(String property, String protocols) {
        application.withSystemProperties(property + "=" + protocols).run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessage("The engine is not locked down: " + property));
    }

    @Test
    void unless_told_otherwise_parsers_fetch_schemas_of_this_machine_and_nothing_else() {
        application.run(context -> {
            assertThat(System.getProperty("javax.xml.accessExternalSchema").split(","))
                    .containsExactlyInAnyOrder("file", "nested");
            assertThat(Map.of(
                            "DTD", System.getProperty("javax.xml.accessExternalDTD"),
                            "stylesheet", System.getProperty("javax.xml.accessExternalStylesheet")))
                    .containsOnly(Map.entry("DTD", ""), Map.entry("stylesheet", ""));
        });
    }

    /** Asked of the parser itself: what it calls the protocol of a schema is its own affair. */
    @ParameterizedTest
    @CsvSource({
        "jar:file:/lib/engine.jar!/, true",
        "jar:nested:/lib/haina.jar/!BOOT-INF/lib/engine.jar!/, true",
        "http://127.0.0.1:1/, false",
        "jar:http://127.0.0.1:1/engine.jar!/, false"
    })
    void a_schema_may_name_others_beside_it_in_a_jar_of_this_machine_only(String place, boolean allowed)
            throws Exception {
        XmlAccess.restrict();
        List<String> troubles = new ArrayList<>();
        SchemaFactory schemas = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, System.getProperty("javax.xml.accessExternalSchema"));
        schemas.setErrorHandler(new DefaultHandler() {
            @Override
            public void warning(SAXParseException trouble) {
                troubles.add(trouble.getMessage());
            }
        });
        try {
            schemas.newSchema(new StreamSource(
                    new StringReader("<xsd:schema xmlns:xsd='http://www.w3.org/2001/XMLSchema'>"
                            + "<xsd:include schemaLocation='BPMNDI.xsd'/></xsd:schema>"),
                    place + "BPMN20.xsd"));
        } catch (SAXException refused) {
            troubles.add(refused.getMessage());
        }

        assertThat(troubles).as("the other is not there").isNotEmpty();
        assertThat(troubles.stream().noneMatch(trouble -> trouble.contains("access is not allowed")))
                .isEqualTo(allowed);
    }

    private static Arguments door(String name, Opening opening) {
        return Arguments.of(name, opening);
    }

    /** A setting elsewhere that undoes one of ours. */
    interface Opening extends Consumer<ProcessEngineConfigurationImpl> {}

    /** The engine as the application configures it, only not built. */
    @Configuration(proxyBeanMethods = false)
    static class Engine {

        @Bean
        ProcessEngine engine(List<ProcessEnginePlugin> plugins, List<Opening> openings) {
            ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
            plugins.forEach(plugin -> plugin.preInit(configuration));
            openings.forEach(opening -> opening.accept(configuration));
            return (ProcessEngine) Proxy.newProxyInstance(
                    ProcessEngine.class.getClassLoader(),
                    new Class<?>[] {ProcessEngine.class},
                    (engine, method, arguments) ->
                            method.getName().equals("getProcessEngineConfiguration") ? configuration : null);
        }
    }
}
