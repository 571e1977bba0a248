package org.haina.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.camunda.bpm.engine.RuntimeService;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.journey.LicenceChanges;
import org.haina.service.keys.CaseNumber;
import org.haina.service.renewals.SchoolLicences;
import org.haina.service.renewals.SchoolLicences.Held;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What no person may grant the system does not grant either. */
@ServiceTest
class InstantObstacleTests {

    @Autowired
    InstantDecision instant;

    @Autowired
    SchoolLicences schools;

    @Autowired
    LicenceChanges changes;

    @Autowired
    WorkItems items;

    @Autowired
    RuntimeService engine;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_system_does_not_grant_what_stands_in_the_way_of_a_person() throws Exception {
        Held held = schools.ending(LocalDate.of(2027, 1, 7));
        schools.cancellationAsked(held);
        CaseNumber renewal = schools.confirm(held);
        TestDesk.await("the clerk's task of " + renewal, () -> items.openFor(renewal, TestDesk.CLERK)
                .isPresent());
        changes.work(held.granted(), TestDesk.DECIDER, "{\"outcome\":\"kept\",\"opinion\":\"持证人改变了主意\"}");
        String definition = engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(renewal.value())
                .processDefinitionKey("training-licence-renewal")
                .singleResult()
                .getProcessDefinitionId();
        assertThat(instant.isClear(renewal, definition)).isTrue();

        jdbc.sql("update case_file set district = '310104' where number = ?")
                .param(renewal.value())
                .update();

        assertThat(instant.isClear(renewal, definition)).isFalse();
    }
}
