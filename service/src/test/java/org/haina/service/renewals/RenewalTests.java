package org.haina.service.renewals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.clock.Deadline;
import org.haina.service.decisions.Eligibility;
import org.haina.service.decisions.EligibilityReason;
import org.haina.service.documents.DocumentType;
import org.haina.service.journey.LicenceChanges;
import org.haina.service.keys.CaseNumber;
import org.haina.service.renewals.SchoolLicences.Held;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A licence goes on: by the system if it is clean, by people if not, by law if nobody decides. */
@ServiceTest
class RenewalTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate LAST_DAY = TODAY.plusDays(45);

    @Autowired
    MockMvc web;

    @Autowired
    SchoolLicences schools;

    @Autowired
    LicenceChanges changes;

    @Autowired
    Cases cases;

    @Autowired
    CaseClocks clocks;

    @Autowired
    Eligibility eligibility;

    @Autowired
    WorkItems items;

    @Autowired
    MovableClock time;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void a_clean_licence_is_renewed_by_one_press_and_nobody_works_on_it() throws Exception {
        Held held = schools.ending(LAST_DAY);
        String before = changes.certificate(held.granted(), held.holder());

        CaseNumber renewal = schools.confirm(held);
        changes.await(renewal, CaseStatus.GRANTED);

        assertThat(items.ofCase(renewal)).isEmpty();
        assertThat(cases.timeline(renewal)).extracting(TimelineEntry::label).contains("系统核验一致，即时受理", "系统核验一致，即时准予延续");
        String after = changes.certificate(renewal, held.holder());
        assertThat(LicenceChanges.plain(after))
                .contains(held.licence(), ".002.", "准予延续", "有效期至2030年1月7日", LicenceChanges.SCHOOL)
                .contains("上海市黄浦区示例路40号201室", "文化教育类", "王示例");
        verified(before).andExpect(jsonPath("$.status").value("REPLACED"));
        verified(after).andExpect(jsonPath("$.status").value("VALID"));
        web.perform(get("/verify/" + schools.code(after))).andExpect(content().string(containsString("2030年1月7日")));
        assertThat(schools.page(held)).doesNotContain("确认延续");
        schools.pressAgain(held, held.holder()).andExpect(redirectedUrl("/cases/" + renewal));
        schools.pressAgain(held, changes.organiser()).andExpect(status().isNotFound());
    }

    @Test
    void what_is_not_clean_goes_to_people_who_read_why() throws Exception {
        Held held = schools.ending(LAST_DAY);
        schools.cancellationAsked(held);
        assertThat(schools.page(held)).contains("延续由人员审核：撤回、撤销、吊销或者注销许可的程序还没有办结。");

        CaseNumber renewal = schools.confirm(held);
        TestDesk.await("the clerk's task of " + renewal, () -> items.openFor(renewal, TestDesk.CLERK)
                .isPresent());
        changes.work(renewal, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        changes.await(renewal, CaseStatus.REVIEWING);

        assertThat(eligibility.of(renewal).orElseThrow())
                .extracting(EligibilityReason::reason, EligibilityReason::effect)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("terminationOpen", "asks"));
        changes.work(renewal, TestDesk.REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"持证人同意先延续\"}");
        assertThat(items.advice(items.openFor(renewal, TestDesk.DECIDER).orElseThrow())
                        .barred()
                        .get("granted"))
                .contains("办结以前不能准予延续");
        changes.work(held.granted(), TestDesk.DECIDER, "{\"outcome\":\"kept\",\"opinion\":\"持证人改变了主意\"}");
        changes.work(renewal, TestDesk.DECIDER, "{\"outcome\":\"granted\",\"opinion\":\"同意\"}");
        changes.await(renewal, CaseStatus.GRANTED);
        assertThat(LicenceChanges.plain(changes.certificate(renewal, held.holder())))
                .contains("有效期至2030年1月7日");
    }

    @Test
    void undecided_on_the_last_day_it_is_renewed_by_law_and_told_in_writing() throws Exception {
        Held held = schools.ending(LAST_DAY);
        schools.cancellationAsked(held);
        CaseNumber renewal = schools.confirm(held);
        TestDesk.await("the clerk's task of " + renewal, () -> items.openFor(renewal, TestDesk.CLERK)
                .isPresent());
        assertThat(clocks.deadline(renewal, ClockName.RENEWAL).map(Deadline::due))
                .contains(LAST_DAY);

        changes.work(renewal, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        changes.await(renewal, CaseStatus.REVIEWING);
        time.set(LAST_DAY.plusDays(1).atTime(0, 1));
        changes.await(renewal, CaseStatus.GRANTED);

        assertThat(cases.timeline(renewal))
                .extracting(TimelineEntry::label)
                .contains("有效期届满没有决定，视为准予延续")
                .doesNotContain("作出准予延续决定");
        assertThat(items.ofCase(renewal)).isNotEmpty().noneMatch(item -> item.isOpen());
        assertThat(changes.letter(renewal, DocumentType.DEEMED_RENEWAL, held.holder()))
                .contains("视为准予延续告知书", held.licence(), "2027年1月7日", "第五十条");
        assertThat(LicenceChanges.plain(changes.certificate(renewal, held.holder())))
                .contains(held.licence(), ".002.", "有效期至2030年1月7日");
        assertThat(clocks.deadlines(renewal)).isEmpty();
    }

    @Test
    void who_asks_too_late_is_told_and_the_law_does_not_renew() throws Exception {
        LocalDate soon = TODAY.plusDays(29);
        Held held = schools.ending(soon);
        schools.cancellationAsked(held);
        assertThat(schools.page(held)).contains("到期没有决定的，许可证失效");

        CaseNumber renewal = schools.confirm(held);
        TestDesk.await("the clerk's task of " + renewal, () -> items.openFor(renewal, TestDesk.CLERK)
                .isPresent());

        assertThat(clocks.deadline(renewal, ClockName.RENEWAL)).isEmpty();
        assertThat(cases.timeline(renewal))
                .extracting(TimelineEntry::label)
                .contains("申请晚于2026年11月22日，不适用视为准予延续；许可证的有效期到2026年12月22日");
    }

    @Test
    void outside_its_days_it_is_refused_with_the_way_that_is_open() throws Exception {
        Held early = schools.ending(TODAY.plusDays(91));
        Held opening = schools.ending(TODAY.plusDays(90));
        Held over = schools.ending(TODAY.minusDays(1));

        assertThat(refusal(early, "not-due")).contains("2026年11月24日起可以申请延续");
        assertThat(refusal(over, "licence-expired")).contains("已于2026年11月22日到期", "请重新申请“民办培训机构办学许可”");
        assertThat(schools.page(early)).doesNotContain("确认延续");
        assertThat(schools.page(over)).contains("重新申请").doesNotContain("确认延续");
        changes.apply(changes.renewal(opening.holder(), opening.licence()), opening.holder())
                .andExpect(status().isCreated());
    }

    @Test
    void two_presses_a_second_tab_and_the_form_make_one_case() throws Exception {
        Held held = schools.ending(LAST_DAY);
        schools.cancellationAsked(held);

        List<String> answers = schools.pressTogether(held, 3);
        CaseNumber renewal = schools.confirm(held);

        assertThat(answers).allMatch(to -> to.equals("/cases/" + renewal) || to.equals("/my/cases"));
        assertThat(refusal(held, "already-applied")).contains(renewal.value());
        assertThat(schools.renewals(held)).isEqualTo(1);
        assertThat(schools.page(held)).contains("已经提出延续", "/cases/" + renewal);
    }

    @Test
    void nobody_but_the_holder_renews_it() throws Exception {
        Held held = schools.ending(LAST_DAY);
        TestPerson other = changes.organiser();

        schools.press(held, other).andExpect(status().isNotFound());
        changes.apply(changes.renewal(other, held.licence()), other)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.reason").value("licence-not-held"));
        assertThat(schools.renewals(held)).isZero();
    }

    private String refusal(Held held, String reason) throws Exception {
        ObjectNode request = changes.renewal(held.holder(), held.licence());
        return changes.body(changes.apply(request, held.holder())
                        .andExpect(status().isUnprocessableEntity())
                        .andExpect(jsonPath("$.reason").value(reason)))
                .toString();
    }

    private ResultActions verified(String certificate) throws Exception {
        return web.perform(get("/api/v1/certificates/" + schools.code(certificate)));
    }
}
