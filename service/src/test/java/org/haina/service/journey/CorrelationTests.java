package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.access.SignedIn;
import org.haina.service.audit.AuditFilter;
import org.haina.service.audit.AuditRow;
import org.haina.service.audit.AuditTrail;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.desk.FiledCases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.OutboundLedger;
import org.haina.service.worklist.WorkItem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** One correlation id runs from the page through the engine, its jobs and the relay, to ledger and log. */
@ServiceTest
class CorrelationTests {

    private static final String ID = "TEST-PAGE-0001";

    @Autowired
    MockMvc web;

    @Autowired
    FiledCases filed;

    @Autowired
    Cases cases;

    @Autowired
    OutboundLedger ledger;

    @Autowired
    AuditTrail trail;

    @Test
    void the_number_of_the_decider_s_click_stands_at_everything_it_leads_to() throws Exception {
        CaseNumber number = filed.deciding(TestDesk.CLERK, TestDesk.REVIEWER);
        int before = ledger.of(number).size();
        long seen = rows(number).get(0).id();
        WorkItem decision = filed.claimed(number, TestDesk.DECIDER);

        web.perform(post("/desk/cases/" + number + "/form")
                        .header("X-Correlation-Id", ID)
                        .param("step", "send")
                        .param("task", decision.id())
                        .param("version", String.valueOf(decision.version()))
                        .param("outcome", "granted")
                        .with(SignedIn.as(TestDesk.DECIDER))
                        .with(csrf()))
                .andExpect(redirectedUrl("/desk"));
        TestDesk.await("the certificate", () -> cases.get(number).status() == CaseStatus.GRANTED);

        List<OutboundLedger.Entry> calls =
                ledger.of(number).stream().skip(before).toList();
        assertThat(calls)
                .extracting(OutboundLedger.Entry::query)
                .as("the call of the step before the job, and that of the job")
                .contains("certificate-number", "register");
        assertThat(calls).extracting(OutboundLedger.Entry::correlation).containsOnly(ID);
        assertThat(rows(number))
                .filteredOn(row -> row.id() > seen
                        && row.action().startsWith("case.")
                        && !row.action().equals("case.read"))
                .as("decision, seal, registration, delivery")
                .hasSizeGreaterThan(2)
                .extracting(AuditRow::correlation)
                .containsOnly(Optional.of(ID));
    }

    private List<AuditRow> rows(CaseNumber number) {
        return trail.page(AuditFilter.ofCase(number), OptionalLong.empty()).rows();
    }
}
