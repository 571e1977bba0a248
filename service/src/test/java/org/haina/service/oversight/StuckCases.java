package org.haina.service.oversight;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.workflow.StuckJob;
import org.haina.service.workflow.StuckSteps;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;

/** Granted cases whose certificate cannot be made: an answer it shows is not where it belongs until it is put back. */
@Lazy
@Component
public class StuckCases {

    private final MockMvc web;
    private final TestDesk desk;
    private final Filing filing;
    private final Cases cases;
    private final StuckSteps steps;
    private final SandboxServer sandbox;
    private final JdbcClient jdbc;

    StuckCases(
            MockMvc web,
            ObjectMapper json,
            Filing filing,
            Cases cases,
            StuckSteps steps,
            SandboxServer sandbox,
            JdbcClient jdbc) {
        this.web = web;
        this.desk = new TestDesk(web, json, filing, cases);
        this.filing = filing;
        this.cases = cases;
        this.steps = steps;
        this.sandbox = sandbox;
        this.jdbc = jdbc;
    }

    public TestPerson person() {
        return TestPerson.admitted(sandbox);
    }

    public CaseNumber stuck(TestPerson person) throws Exception {
        CaseNumber number = filing.filed(person);
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        desk.await(number, CaseStatus.REVIEWING);
        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"材料齐全，条件符合\"}");
        rename(number, "birthDate", "mislaid");
        // The decider sees the doubt that this raises, and may grant.
        web.perform(get("/desk/cases/" + number).with(SignedIn.as(TestDesk.DECIDER)))
                .andExpect(status().isOk());
        desk.work(number, TestDesk.DECIDER, "{\"outcome\":\"granted\",\"opinion\":\"出生日期已与身份证件核对\"}");
        awaitStuck(number);
        return number;
    }

    public void awaitStuck(CaseNumber number) {
        TestDesk.await(
                number + " to be stuck", () -> steps.among(Set.of(number)).contains(number));
    }

    /** The answer is back; nobody has retried yet. */
    public void repair(CaseNumber number) {
        rename(number, "mislaid", "birthDate");
    }

    public void awaitGranted(CaseNumber number) {
        desk.await(number, CaseStatus.GRANTED);
    }

    /** What the page sends for the one stuck step of a case. */
    public String seen(CaseNumber number) {
        StuckJob step = steps.of(number).get(0);
        return step.job() + "." + step.tries();
    }

    private void rename(CaseNumber number, String from, String to) {
        jdbc.sql(
                        "update case_file set data = (data - :from) || jsonb_build_object(:to::text, data -> :from) where number = :number")
                .param("from", from)
                .param("to", to)
                .param("number", number.value())
                .update();
    }
}
