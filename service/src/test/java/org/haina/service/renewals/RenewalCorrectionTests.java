package org.haina.service.renewals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.haina.forms.Finding;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.intake.Correction;
import org.haina.service.intake.Corrections;
import org.haina.service.journey.LicenceChanges;
import org.haina.service.keys.CaseNumber;
import org.haina.service.renewals.SchoolLicences.Held;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

/** A correction of a renewal asks for what the holder can answer, and for nothing that the licence itself says. */
@ServiceTest
class RenewalCorrectionTests {

    @Autowired
    MockMvc web;

    @Autowired
    SchoolLicences schools;

    @Autowired
    LicenceChanges changes;

    @Autowired
    Corrections corrections;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    WorkItems items;

    @Autowired
    JdbcClient jdbc;

    private Held held;
    private CaseNumber renewal;

    @BeforeEach
    void a_renewal_that_the_clerk_looks_at() throws Exception {
        held = schools.ending(LocalDate.of(2027, 1, 7));
        schools.cancellationAsked(held);
        renewal = schools.confirm(held);
        schools.atTask(renewal, TestDesk.CLERK);
    }

    @Test
    void the_desk_offers_to_mark_what_can_be_asked_for_and_nothing_else() throws Exception {
        WorkItem item =
                items.claim(items.openFor(renewal, TestDesk.CLERK).orElseThrow().id(), TestDesk.CLERK);

        Document desk = page(post("/desk/cases/" + renewal + "/form")
                .param("step", "stay")
                .param("task", item.id())
                .param("version", String.valueOf(item.version()))
                .param("outcome", "correct")
                .with(csrf())
                .with(SignedIn.as(TestDesk.CLERK)));

        assertThat(desk.select("input[name=mark]").eachAttr("value"))
                .contains("/phone", "/birthDate")
                .doesNotContain("/licenceNumber", "/district", "/name", "/idNumber", "material:organiser");
    }

    @Test
    void what_the_licence_says_is_not_waited_for_although_it_was_asked_for_before() throws Exception {
        changes.work(
                renewal,
                TestDesk.CLERK,
                "{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"/phone\",\"text\":\"号码打不通\"}]}");
        jdbc.sql(
                        """
                        insert into correction_mark (correction_id, position, target, label, text)
                        select id, 2, '/licenceNumber', '办学许可证编号', '请核对' from correction where case_number = ?
                        """)
                .param(renewal.value())
                .update();
        Citizen holder = filing.citizen(held.holder());

        assertThat(corrections.open(renewal).map(Correction::fields).orElseThrow())
                .containsExactly("phone");
        assertThat(page(get("/cases/" + renewal + "/correction").with(SignedIn.as(holder)))
                        .select("[name=licenceNumber]"))
                .isEmpty();
        assertThat(corrections.check(
                        renewal,
                        JsonNodeFactory.instance.objectNode().put("licenceNumber", "教民131010170009999号"),
                        List.of(),
                        holder))
                .extracting(Finding::rule)
                .contains("frozen");
        assertThat(corrections.answer(
                        renewal, JsonNodeFactory.instance.objectNode().put("phone", "13900000088"), List.of(), holder))
                .isEmpty();
        assertThat(cases.get(renewal).status()).isEqualTo(CaseStatus.RECEIVED);
    }

    private Document page(RequestBuilder request) throws Exception {
        return Jsoup.parse(web.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
