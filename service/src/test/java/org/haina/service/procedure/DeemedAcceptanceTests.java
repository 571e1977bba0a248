package org.haina.service.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.intake.Corrections;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** 行政许可法 32(4), from submission on: who is told nothing within five days is accepted, since the day of receipt. */
@ServiceTest
class DeemedAcceptanceTests {

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    LicenceCases licences;

    @Autowired
    Cases cases;

    @Autowired
    CaseClocks clocks;

    @Autowired
    WorkItems items;

    @Autowired
    Corrections corrections;

    @Autowired
    Documents documents;

    @Autowired
    MovableClock time;

    @Autowired
    SandboxServer sandbox;

    private TestDesk desk;
    private TestPerson person;

    @BeforeEach
    void setUp() {
        desk = new TestDesk(web, json, filing, cases);
        person = TestPerson.admitted(sandbox);
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void an_organ_that_says_nothing_for_five_days_has_accepted_on_the_day_of_receipt() throws Exception {
        CaseNumber number = licences.received(person);
        WorkItem acceptance =
                items.claim(items.openFor(number, TestDesk.CLERK).orElseThrow().id(), TestDesk.CLERK);
        assertThat(due(number, ClockName.NOTICE)).isEqualTo("2026-11-30");
        assertThat(acceptance.due()).contains(LocalDate.of(2026, 11, 30));

        time.set(LocalDateTime.of(2026, 12, 1, 9, 0));
        desk.await(number, CaseStatus.REVIEWING);

        assertThat(cases.timeline(number))
                .filteredOn(entry -> entry.kind().equals("DEEM_ACCEPTED"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.by()).isEqualTo("系统");
                    assertThat(entry.at()).isEqualTo(time.instant());
                });
        assertThat(clocks.deadline(number, ClockName.NOTICE)).isEmpty();
        assertThat(due(number, ClockName.DECISION))
                .as("20 working days from receipt")
                .isEqualTo("2026-12-21");
        assertThat(items.openFor(number, TestDesk.REVIEWER).orElseThrow().due()).contains(LocalDate.of(2026, 12, 21));
        assertThat(cases.get(number).acceptedAt()).contains(MovableClock.START);
        assertThat(acceptanceNotice(number)).contains("2026年11月23日", "第三十二条第一款第四项", "逾期不告知");
        web.perform(get("/api/v1/cases/" + number).with(SignedIn.as(filing.citizen(person))))
                .andExpect(jsonPath("$.promisedBy").value("2026-12-21"));
        web.perform(post("/api/v1/work-items/" + acceptance.id() + "/complete")
                        .header("If-Match", "\"" + acceptance.version() + "\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"outcome\":\"refuse\",\"reasons\":[\"false-papers\"],\"opinion\":\"材料不实\"}")
                        .with(SignedIn.as(TestDesk.CLERK)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value("该任务已经结束，不用再办理。"));
    }

    @Test
    void after_a_correction_silence_accepts_from_the_day_the_papers_were_supplied() throws Exception {
        CaseNumber number = licences.received(person);
        time.set(LocalDateTime.of(2026, 11, 25, 10, 0));
        desk.work(
                number,
                TestDesk.CLERK,
                "{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"/phone\",\"text\":\"电话无法接通，请核对\"}]}");
        assertThat(clocks.deadline(number, ClockName.NOTICE)).isEmpty();
        LocalDateTime supplied = LocalDateTime.of(2026, 11, 30, 15, 0);
        time.set(supplied);
        assertThat(corrections.answer(
                        number, json.createObjectNode().put("phone", "13900000002"), List.of(), filing.citizen(person)))
                .isEmpty();
        assertThat(due(number, ClockName.NOTICE)).isEqualTo("2026-12-07");

        time.set(LocalDateTime.of(2026, 12, 8, 9, 0));
        desk.await(number, CaseStatus.REVIEWING);

        assertThat(due(number, ClockName.DECISION)).isEqualTo("2026-12-28");
        assertThat(cases.get(number).acceptedAt())
                .contains(supplied.atZone(time.getZone()).toInstant());
        assertThat(acceptanceNotice(number)).contains("2026年11月30日");
    }

    @Test
    void a_notice_in_time_and_an_acceptance_in_time_leave_nothing_to_deem() throws Exception {
        CaseNumber noticed = licences.received(person);
        CaseNumber accepted = licences.received(TestPerson.admitted(sandbox));
        CaseNumber silent = licences.received(TestPerson.admitted(sandbox));
        desk.work(
                noticed,
                TestDesk.CLERK,
                "{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"/phone\",\"text\":\"电话无法接通，请核对\"}]}");
        desk.work(accepted, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        desk.await(accepted, CaseStatus.REVIEWING);

        time.set(LocalDateTime.of(2026, 12, 1, 9, 0));
        desk.await(silent, CaseStatus.REVIEWING);

        assertThat(cases.get(noticed).status()).isEqualTo(CaseStatus.AWAITING_CORRECTION);
        for (CaseNumber number : List.of(noticed, accepted)) {
            assertThat(cases.timeline(number)).extracting(TimelineEntry::kind).doesNotContain("DEEM_ACCEPTED");
        }
    }

    private String due(CaseNumber number, ClockName clock) {
        return clocks.deadline(number, clock).orElseThrow().due().toString();
    }

    private String acceptanceNotice(CaseNumber number) throws Exception {
        String id = documents.of(number).stream()
                .filter(document -> document.type() == DocumentType.ACCEPTANCE_NOTICE)
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
        byte[] pdf = web.perform(
                        get("/api/v1/cases/" + number + "/documents/" + id).with(SignedIn.as(filing.citizen(person))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s", "");
        }
    }
}
