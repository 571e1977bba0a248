package org.haina.service.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.calendar.CountedDay;
import org.haina.service.cases.Cases;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockExplanation;
import org.haina.service.clock.ClockName;
import org.haina.service.keys.CaseNumber;
import org.haina.service.pages.ChineseWords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@ServiceTest
class DeadlineStatementTests {

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    CaseClocks clocks;

    @Autowired
    ChineseWords zh;

    @Autowired
    MovableClock time;

    @Autowired
    JdbcClient jdbc;

    private TestPerson person;
    private CaseNumber number;

    @BeforeEach
    void setUp() {
        person = TestPerson.unknown();
        number = filing.filed(person);
    }

    @Test
    void it_counts_every_day_that_the_page_counts() throws Exception {
        ClockExplanation explained = clocks.explain(number, ClockName.NOTICE).orElseThrow();

        String text = text(download("/cases/" + number + "/deadlines/notice", filing.citizen(person)));

        assertThat(explained.days()).isNotEmpty();
        assertThat(text)
                .contains(
                        person.name(),
                        number.value(),
                        zh.day(explained.deadline().target()))
                .contains(explained.basis().replaceAll("\\s", ""));
        for (CountedDay day : explained.days()) {
            String counted = day.number() > 0 ? "第" + day.number() + "天" : "不计";
            assertThat(text).contains(zh.day(day.date()) + zh.weekday(day.date()) + counted);
        }
    }

    @Test
    void it_is_signed_by_us_and_a_changed_one_is_not() throws Exception {
        byte[] pdf = download("/cases/" + number + "/deadlines/notice", filing.citizen(person));
        byte[] changed = pdf.clone();
        changed[pdf.length / 3] ^= 1;

        assertThat(verified(pdf)).contains("文件是原件", "办理时限说明", "不是证书");
        assertThat(verified(changed)).doesNotContain("文件是原件").contains("note-red");
    }

    @Test
    void everybody_gets_it_on_record_an_official_through_the_api_too() throws Exception {
        download("/cases/" + number + "/deadlines/notice", filing.citizen(person));
        byte[] page = download("/cases/" + number + "/deadlines/notice", TestDesk.CLERK);
        byte[] api = download("/api/v1/cases/" + number + "/deadlines/notice", TestDesk.CLERK);

        assertThat(text(page)).isEqualTo(text(api));
        assertThat(jdbc.sql("select count(*) from audit_entry where case_number = ? and action = 'deadline.explained'")
                        .param(number.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void while_it_says_the_same_it_is_the_same_file_and_a_day_later_another() throws Exception {
        byte[] first = download("/cases/" + number + "/deadlines/notice", filing.citizen(person));
        time.set(LocalDateTime.of(2026, 11, 23, 16, 30));
        byte[] again = download("/cases/" + number + "/deadlines/notice", TestDesk.CLERK);
        time.set(LocalDateTime.of(2026, 11, 24, 9, 0));
        byte[] later = download("/cases/" + number + "/deadlines/notice", TestDesk.CLERK);

        assertThat(again).isEqualTo(first);
        assertThat(later).isNotEqualTo(first);
        assertThat(text(later)).contains("2026年11月24日", "20261124-0900");
        assertThat(verified(later)).contains("文件是原件");
        assertThat(kept()).doesNotContain(person.name());
    }

    private String kept() {
        return new String(
                jdbc.sql("select sealed from deadline_statement where case_number = ?")
                        .param(number.value())
                        .query(byte[].class)
                        .single(),
                StandardCharsets.UTF_8);
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void strangers_other_organs_and_clocks_that_do_not_run_get_nothing() throws Exception {
        Caller own = filing.citizen(person);

        assertThat(statusOf("/cases/" + number + "/deadlines/notice", filing.citizen(TestPerson.unknown())))
                .isEqualTo(404);
        assertThat(statusOf("/cases/" + number + "/deadlines/notice", SignedIn.clerk("310104")))
                .isEqualTo(404);
        assertThat(statusOf("/cases/" + number + "/deadlines/later-check", own)).isEqualTo(404);
        assertThat(statusOf("/cases/" + number + "/deadlines/NOTICE", own)).isEqualTo(404);
        assertThat(statusOf("/cases/nonsense/deadlines/notice", own)).isEqualTo(404);
    }

    @Test
    void the_pages_of_applicant_and_clerk_lead_there() throws Exception {
        String address = "/cases/" + number + "/deadlines/notice";

        assertThat(page("/cases/" + number, filing.citizen(person)))
                .contains("href=\"/cases/" + number + "/deadlines/");
        assertThat(page("/desk/cases/" + number, TestDesk.CLERK)).contains("href=\"" + address + "\"");
    }

    private String verified(byte[] pdf) throws Exception {
        return web.perform(multipart("/verify")
                        .file(new MockMultipartFile("file", "statement.pdf", "application/pdf", pdf))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private byte[] download(String path, Caller caller) throws Exception {
        return web.perform(get(path).with(SignedIn.as(caller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private String page(String path, Caller caller) throws Exception {
        return web.perform(get(path).with(SignedIn.as(caller)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private int statusOf(String path, Caller caller) throws Exception {
        return web.perform(get(path).with(SignedIn.as(caller)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var open = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(open).replaceAll("\\s", "");
        }
    }
}
