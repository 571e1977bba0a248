package org.haina.service.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.haina.service.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class LockDownTests {

    @Autowired
    EngineSelfCheck selfCheck;

    @Autowired
    Workflow workflow;

    @Test
    void no_door_of_the_engine_is_open() {
        assertThat(selfCheck.openDoors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scriptTask id='T' name='t' scriptFormat='javascript'><script>1</script></scriptTask>",
                "<serviceTask id='T' name='t' camunda:class='java.lang.String'/>",
                "<serviceTask id='T' name='t' camunda:expression='${1+1}'/>",
                "<serviceTask id='T' name='t' camunda:delegateExpression='${some.method()}'/>",
                "<userTask id='T' name='t' camunda:assignee='${execution.x}'/>",
                "<userTask id='T' name='t'><extensionElements><camunda:taskListener event='create' delegateExpression='${x}'/></extensionElements></userTask>",
                "<intermediateCatchEvent id='T' name='t'><timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition></intermediateCatchEvent>"
            })
    void a_model_with_a_forbidden_construct_is_refused(String element) {
        String model =
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                  <process id="intruder" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="S"/><sequenceFlow id="F" sourceRef="S" targetRef="T"/>%s
                  </process>
                </definitions>
                """
                        .formatted(element);

        assertThatThrownBy(() -> workflow.deploy(Map.of("intruder.bpmn", model.getBytes(StandardCharsets.UTF_8))))
                .hasStackTraceContaining("forbidden");
    }
}
