package org.haina.service.yearlychecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.clock.Deadline;
import org.haina.service.decisions.Eligibility;
import org.haina.service.decisions.EligibilityReason;
import org.haina.service.documents.DocumentType;
import org.haina.service.issuance.CertificateEnds;
import org.haina.service.journey.LicenceChanges;
import org.haina.service.keys.CaseNumber;
import org.haina.service.renewals.SchoolLicences;
import org.haina.service.renewals.SchoolLicences.Held;
import org.haina.service.worklist.WorkItems;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/** Every licence is looked into once a year, beside the case that granted it. */
@ServiceTest
class YearlyCheckTests {

    private static final LocalDate LATER = LocalDate.of(2028, 6, 1);

    @Autowired
    MockMvc web;

    @Autowired
    DueYearlyChecks due;

    @Autowired
    YearlyChecks checks;

    @Autowired
    SchoolLicences schools;

    @Autowired
    LicenceChanges changes;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    CaseClocks clocks;

    @Autowired
    Eligibility eligibility;

    @Autowired
    WorkItems items;

    @Autowired
    CertificateEnds certificates;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock time;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void it_is_opened_once_a_year_however_many_nodes_look_and_however_often() throws Exception {
        Held held = schools.ofLastYear(LATER);
        Held young = schools.ending(LATER);
        Held over = schools.ofLastYear(LocalDate.of(2026, 11, 22));

        Stream.generate(() -> CompletableFuture.runAsync(due::open))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);
        due.open();

        assertThat(checks.of(held.granted())).extracting(YearlyCheck::year).containsExactly(2026);
        assertThat(checks.processes(held.granted())).hasSize(1);
        assertThat(items.ofCase(held.granted()).stream().filter(item -> item.isOpen()))
                .hasSize(1);
        assertThat(checks.of(young.granted())).as("granted this year").isEmpty();
        assertThat(checks.of(over.granted())).as("expired").isEmpty();
        assertThat(clocks.deadline(held.granted(), ClockName.YEARLY_CHECK).map(Deadline::due))
                .contains(LocalDate.of(2027, 2, 23));
        assertThat(cases.get(held.granted()).status()).isEqualTo(CaseStatus.GRANTED);
        assertThat(page(held)).contains("2026年度：正在检查，办理机关在2027年2月23日以前完成");
    }

    @Test
    void what_has_passed_ends_there_and_the_next_year_begins_on_its_day() throws Exception {
        Held held = opened();
        changes.work(held.granted(), TestDesk.REVIEWER, "{\"outcome\":\"passed\",\"opinion\":\"已核查材料\"}");
        assertThat(clocks.deadlines(held.granted())).isEmpty();
        assertThat(page(held)).contains("2026年度：合格");

        time.set(LocalDateTime.of(2027, 2, 28, 23, 59));
        due.open();
        assertThat(checks.of(held.granted())).hasSize(1);
        time.set(LocalDateTime.of(2027, 3, 1, 0, 0));
        due.open();

        assertThat(checks.of(held.granted())).extracting(YearlyCheck::year).containsExactly(2027, 2026);
    }

    @Test
    void what_was_found_is_put_right_within_the_time_told_in_writing() throws Exception {
        Held held = opened();
        changes.work(held.granted(), TestDesk.REVIEWER, "{\"outcome\":\"rectify\",\"opinion\":\"两名教师没有签订合同。\"}");

        assertThat(clocks.deadline(held.granted(), ClockName.YEARLY_CHECK)).isEmpty();
        assertThat(clocks.deadline(held.granted(), ClockName.YEARLY_RECTIFICATION)
                        .map(Deadline::due))
                .contains(LocalDate.of(2026, 12, 23));
        assertThat(changes.letter(held.granted(), DocumentType.YEARLY_CHECK_NOTICE, held.holder()))
                .contains("年度检查告知书", held.licence(), "两名教师没有签订合同", "限期整改", "2026年12月23日", "第六十一条");
        assertThat(page(held)).contains("2026年度：限期整改，请在2026年12月23日以前（含当天）整改");
        assertThat(page("/desk/cases/" + held.granted(), TestDesk.REVIEWER))
                .as("who looks into what was put right reads what was found")
                .contains("2026年度检查：限期整改，整改期限到2026年12月23日", "两名教师没有签订合同");
        assertThat(items.advice(items.openFor(held.granted(), TestDesk.REVIEWER).orElseThrow())
                        .barred()
                        .get("unmet"))
                .contains("整改期限到2026年12月23日为止");
        changes.work(held.granted(), TestDesk.REVIEWER, "{\"outcome\":\"rectified\",\"opinion\":\"合同已经补签\"}");

        assertThat(page(held)).contains("2026年度：整改后合格");
        assertThat(clocks.deadlines(held.granted())).isEmpty();
    }

    @Test
    void who_fails_keeps_the_licence_but_people_look_at_its_renewal() throws Exception {
        Held held = schools.ofLastYear(LocalDate.of(2027, 1, 7));
        due.open();
        changes.work(held.granted(), TestDesk.REVIEWER, "{\"outcome\":\"failed\",\"opinion\":\"长期没有办学。\"}");
        assertThat(changes.letter(held.granted(), DocumentType.YEARLY_CHECK_NOTICE, held.holder()))
                .contains("不合格", "长期没有办学", "许可不因检查不合格而终止");
        assertThat(cases.timeline(held.granted()))
                .extracting(TimelineEntry::label)
                .contains("2026年度检查：不合格");
        assertThat(certificates.isStanding(held.granted())).isTrue();

        CaseNumber renewal =
                changes.number(changes.apply(changes.renewal(held.holder(), held.licence()), held.holder()));
        TestDesk.await("the clerk's task of " + renewal, () -> items.openFor(renewal, TestDesk.CLERK)
                .isPresent());
        changes.work(renewal, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        changes.await(renewal, CaseStatus.REVIEWING);

        assertThat(eligibility.of(renewal).orElseThrow())
                .extracting(EligibilityReason::reason)
                .isEqualTo(List.of("yearlyCheckFailed"));
    }

    @Test
    void of_a_licence_that_has_ended_meanwhile_nothing_is_found() throws Exception {
        Held held = opened();
        assertThat(barred(held)).containsOnlyKeys("lapsed");
        transaction.executeWithoutResult(
                status -> certificates.end(held.granted(), CertificateEnds.Kind.CANCELLED, "学校终止办学", TestDesk.DECIDER));

        assertThat(barred(held)).containsOnlyKeys("passed", "rectify", "failed");
        changes.work(held.granted(), TestDesk.REVIEWER, "{\"outcome\":\"lapsed\",\"opinion\":\"许可已经注销\"}");

        assertThat(checks.of(held.granted())).extracting(YearlyCheck::state).containsExactly("许可证已失效，不再检查");
    }

    @Test
    void of_a_licence_whose_last_day_has_passed_nothing_is_found_either() throws Exception {
        Held looked = opened();
        Held ordered = opened();
        changes.work(ordered.granted(), TestDesk.REVIEWER, "{\"outcome\":\"rectify\",\"opinion\":\"两名教师没有签订合同。\"}");
        time.set(LATER.atTime(23, 0));
        assertThat(barred(looked)).containsOnlyKeys("lapsed");
        assertThat(barred(ordered)).containsOnlyKeys("lapsed");

        time.set(LATER.plusDays(1).atTime(9, 0));

        assertThat(barred(looked)).containsOnlyKeys("passed", "rectify", "failed");
        assertThat(barred(ordered)).isEmpty();
    }

    private java.util.Map<String, String> barred(Held held) {
        return items.advice(items.openFor(held.granted(), TestDesk.REVIEWER).orElseThrow())
                .barred();
    }

    private Held opened() throws Exception {
        Held held = schools.ofLastYear(LATER);
        due.open();
        return held;
    }

    private String page(Held held) throws Exception {
        return page("/cases/" + held.granted(), filing.citizen(held.holder()));
    }

    private String page(String path, Caller reader) throws Exception {
        return Jsoup.parse(web.perform(MockMvcRequestBuilders.get(path).with(SignedIn.as(reader)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .text();
    }
}
