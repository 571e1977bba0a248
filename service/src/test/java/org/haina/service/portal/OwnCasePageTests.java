package org.haina.service.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haina.integrations.registers.Authorities;
import org.haina.integrations.registers.RegisterRequest;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.SignedIn;
import org.haina.service.applications.LicencesHeld;
import org.haina.service.applications.Submission;
import org.haina.service.applications.SubmissionOutcome;
import org.haina.service.applications.Submissions;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Cases;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.Moment;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class OwnCasePageTests {

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    Submissions submissions;

    @Autowired
    Cases cases;

    @Autowired
    CaseClocks clocks;

    @Autowired
    Audit audit;

    @Autowired
    Authorities authorities;

    @Autowired
    SandboxServer sandbox;

    @Autowired
    MovableClock time;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void what_was_uploaded_is_listed_and_given_back_to_its_owner_alone() throws Exception {
        TestPerson person = TestPerson.unknown();
        Citizen owner = filing.citizen(person);
        CaseNumber number = filing.filed(person);
        String file = filing.materials(person).get(0).reference();
        String path = "/cases/" + number + "/files/" + file;

        assertThat(page("/cases/" + number, owner)).contains("我交的材料", "近期免冠正面证件照", "photo.jpg", path);
        web.perform(get(path).with(SignedIn.as(owner)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/jpeg"))
                .andExpect(header().string("Content-Disposition", startsWith("attachment;")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")));

        TestPerson other = TestPerson.unknown();
        CaseNumber others = filing.filed(other);
        refused(path, filing.citizen(other));
        refused("/cases/" + others + "/files/" + file, filing.citizen(other));
        refused("/cases/" + others + "/files/" + file, owner);
        refused("/cases/" + number + "/files/..%2fphoto", owner);
        refused("/cases/" + number + "/files/" + UUID.randomUUID(), owner);
        web.perform(get(path)).andExpect(status().is3xxRedirection());
    }

    @Test
    void a_licence_is_fetched_from_the_store_for_its_holder() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        CaseNumber number = filedWith(person, mandarin(person));
        String path = "/cases/" + number + "/licences/mandarin";

        assertThat(page("/cases/" + number, filing.citizen(person))).contains("取自电子证照库", path);
        byte[] pdf = web.perform(get(path).with(SignedIn.as(filing.citizen(person))))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                "Content-Disposition", allOf(startsWith("attachment;"), containsString(".pdf"))))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        refused(path, filing.citizen(TestPerson.unknown()));
        refused("/cases/" + number + "/licences/identity", filing.citizen(person));
    }

    @Test
    void officials_of_the_case_open_its_licences_and_the_log_says_so() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        CaseNumber number = filedWith(person, mandarin(person));
        String path = "/desk/cases/" + number + "/licences/mandarin";

        web.perform(get("/desk/cases/" + number).with(SignedIn.as(SignedIn.clerk("310101"))))
                .andExpect(content().string(containsString(path)));
        web.perform(get(path).with(SignedIn.as(SignedIn.clerk("310101"))))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", startsWith("attachment;")));
        String shown = web.perform(
                        get(path + "/view").header("HX-Request", "true").with(SignedIn.as(SignedIn.clerk("310101"))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(shown).contains("<img src=\"data:image/png;base64,", "第 1 页").doesNotContain("<html");
        web.perform(get(path).with(SignedIn.as(SignedIn.clerk("310104")))).andExpect(status().isNotFound());
        web.perform(get(path + "/view").with(SignedIn.as(SignedIn.clerk("310104"))))
                .andExpect(status().isNotFound());
        assertThat(jdbc.sql("select count(*) from audit_entry where case_number = :number"
                                + " and action = 'material.downloaded'")
                        .param("number", number.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void naming_the_licence_of_another_person_does_not_open_it() throws Exception {
        TestPerson holder = TestPerson.admitted(sandbox);
        TestPerson thief = TestPerson.admitted(sandbox);

        CaseNumber number = filedWith(thief, mandarin(holder));

        refused("/cases/" + number + "/licences/mandarin", filing.citizen(thief));
    }

    @Test
    void documents_are_listed_and_given_to_the_owner_alone() throws Exception {
        TestPerson person = TestPerson.unknown();
        Citizen owner = filing.citizen(person);
        CaseNumber number = filing.filed(person);

        Matcher link = Pattern.compile("/cases/" + number + "/documents/[0-9a-f-]{36}")
                .matcher(page("/cases/" + number + "/receipt", owner));
        assertThat(link.find()).isTrue();

        web.perform(get(link.group()).with(SignedIn.as(owner)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string("Content-Disposition", startsWith("attachment;")));
        refused(link.group(), filing.citizen(TestPerson.unknown()));
    }

    @Test
    void every_look_into_a_case_can_be_reached_page_by_page_and_none_twice() throws Exception {
        TestPerson person = TestPerson.unknown();
        Citizen owner = filing.citizen(person);
        CaseNumber number = filing.filed(person);
        for (int day = 0; day < 70; day++) {
            time.set(LocalDateTime.of(2026, 11, 24, 9, 0).plusDays(day));
            for (int again = 0; again < 2; again++) {
                audit.record(new AuditEntry("clerk.huangpu", "case.read", "case", number, Map.of()));
            }
        }

        List<String> seen = new ArrayList<>();
        String path = "/cases/" + number + "/looks";
        int pages = 0;
        while (path != null && pages < 10) {
            String page = page(path, owner);
            Matcher looks = Pattern.compile("small d-block\">([^<]+)</span>[^<]*：工作人员查看办件")
                    .matcher(page);
            looks.results().forEach(look -> seen.add(look.group(1)));
            Matcher next =
                    Pattern.compile("href=\"(/cases/[^\"]+before=[0-9-]+)\"").matcher(page);
            path = next.find() ? next.group(1) : null;
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(70).doesNotHaveDuplicates().startsWith("2027年2月1日 09:00");
        assertThat(seen).endsWith("2026年11月24日 09:00");
        assertThat(page("/cases/" + number, owner)).contains("更早的记录", "/looks?before=");
        refused("/cases/" + number + "/looks", filing.citizen(TestPerson.unknown()));
        web.perform(get("/cases/" + number + "/looks")
                        .param("before", "1; drop")
                        .with(SignedIn.as(owner)))
                .andExpect(status().isOk());
    }

    @Test
    void waiting_for_a_correction_is_said_with_its_last_day_and_what_it_does_to_the_promise() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = filing.filed(person);
        new TestDesk(web, json, filing, cases)
                .work(
                        number,
                        TestDesk.CLERK,
                        "{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"/address\",\"text\":\"请写到门牌号\"}]}");

        assertThat(page("/cases/" + number, filing.citizen(person)))
                .contains("最迟补正日期（含当天）：", "2026年12月11日", "以前没有补正的，这次申请就此结束", "等您补正的时间不延长办理期限");
    }

    @Test
    void a_stopped_limit_is_said_with_its_day_and_its_law_and_stays_told_after_it_runs_again() throws Exception {
        TestPerson person = TestPerson.unknown();
        Citizen owner = filing.citizen(person);
        CaseNumber number = filing.filed(person);
        jdbc.sql("update case_clock set policy = 'administrative-licence' where case_number = ?")
                .param(number.value())
                .update();

        observe(number, Moment.SPECIAL_PROCEDURE_NOTIFIED);
        assertThat(page("/cases/" + number, owner)).contains("期限已中止", "从2026年11月23日起停止计算期限，恢复以后日期相应顺延。原因：", "第四十五条");

        time.advance(Duration.ofDays(3));
        observe(number, Moment.SPECIAL_PROCEDURE_ENDED);
        assertThat(page("/cases/" + number, owner))
                .contains("2026年11月23日到2026年11月26日停止计算期限，这些天不计入。")
                .doesNotContain("期限已中止");
    }

    private void observe(CaseNumber number, Moment moment) {
        transaction.executeWithoutResult(
                status -> clocks.observe(number, moment, time.instant(), "clerk.huangpu", "特告2026-1"));
    }

    /** Identifier of the person's certificate in the licence store. */
    private String mandarin(TestPerson person) {
        var holder =
                JsonNodeFactory.instance.objectNode().put("name", person.name()).put("idNumber", person.idNumber());
        var answer = authorities
                .registers()
                .ask(new RegisterRequest(
                        "licence-store",
                        "mandarin-certificate",
                        holder,
                        UUID.randomUUID().toString(),
                        "测试"));
        return answer.fields().get("licence").asText();
    }

    /** Filed while the store did not answer: whose licence it is nobody knows yet. */
    private CaseNumber filedWith(TestPerson person, String licence) {
        Submission named =
                filing.submission(person, UUID.randomUUID().toString(), filing.materials(person, "mandarin", licence));
        SubmissionOutcome outcome = submissions.submit(named, LicencesHeld.UNKNOWN);
        assertThat(outcome).isInstanceOf(SubmissionOutcome.Accepted.class);
        return ((SubmissionOutcome.Accepted) outcome).number();
    }

    private void refused(String path, Citizen citizen) throws Exception {
        web.perform(get(java.net.URI.create(path)).with(SignedIn.as(citizen)))
                .andExpect(status().is(path.contains("%2f") ? 400 : 404));
    }

    private String page(String path, Citizen citizen) throws Exception {
        return web.perform(get(path).with(SignedIn.as(citizen)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
