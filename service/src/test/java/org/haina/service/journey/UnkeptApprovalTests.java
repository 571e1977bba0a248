package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDateTime;
import java.util.List;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.SandboxAuthorities;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.commitments.Commitments;
import org.haina.service.documents.DocumentType;
import org.haina.service.keys.CaseNumber;
import org.haina.service.publications.PublicGrants;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskRefusedException;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** An approval was given upon a promise that was not kept: put right in time, or annulled. */
@ServiceTest
class UnkeptApprovalTests {

    private static final String RECTIFY = "{\"outcome\":\"rectify\",\"opinion\":\"经核查，新任校长没有任职条件的证明。\"}";
    private static final String UNMET = "{\"outcome\":\"unmet\",\"opinion\":\"期限届满，仍没有提交证明。\"}";
    private static final String ANNULLED = "{\"outcome\":\"annulled\",\"opinion\":\"已听取陈述，没有新的证据。\"}";

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    LicenceChanges changes;

    @Autowired
    Cases cases;

    @Autowired
    CaseClocks clocks;

    @Autowired
    Commitments commitments;

    @Autowired
    WorkItems items;

    @Autowired
    MovableClock time;

    @Autowired
    SandboxServer sandbox;

    @Autowired
    PublicGrants published;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void what_is_put_right_in_time_ends_the_check_and_the_change_stands() throws Exception {
        TestPerson person = changes.organiser();
        CaseNumber change = changes.grantedOnPromise(person, changes.licence(changes.licensed(person)));

        changes.work(change, TestDesk.REVIEWER, RECTIFY);

        assertThat(clocks.deadline(change, ClockName.LATER_CHECK)).isEmpty();
        assertThat(clocks.deadline(change, ClockName.RECTIFICATION)
                        .orElseThrow()
                        .due())
                .isEqualTo("2026-12-14");
        assertThat(changes.letter(change, DocumentType.RECTIFICATION_ORDER, person))
                .contains("责令限期整改通知书", "新任校长没有任职条件的证明", "2026年12月14日", "第二十七条", "行政复议");
        web.perform(get("/cases/" + change).with(SignedIn.as(filing.citizen(person))))
                .andExpect(content().string(containsString("请在2026年12月14日（含当天）以前整改到位")));
        changes.work(change, TestDesk.REVIEWER, "{\"outcome\":\"rectified\",\"opinion\":\"已提交任职条件证明\"}");

        assertThat(cases.get(change).status()).isEqualTo(CaseStatus.GRANTED);
        assertThat(clocks.deadline(change, ClockName.RECTIFICATION)).isEmpty();
        assertThat(commitments.barred(filing.party(person))).isFalse();
        verified(changes.certificate(change, person))
                .andExpect(jsonPath("$.status").value("VALID"));
    }

    @Test
    void what_is_not_put_right_is_annulled_and_the_licence_before_it_holds_again() throws Exception {
        TestPerson person = changes.organiser();
        CaseNumber first = changes.licensed(person);
        String licence = changes.licence(first);
        String before = changes.certificate(first, person);
        CaseNumber change = changes.grantedOnPromise(person, licence);
        String after = changes.certificate(change, person);
        published(first, "REPLACED");
        published(change, "IN_FORCE");
        changes.work(change, TestDesk.REVIEWER, RECTIFY);

        assertThat(bar(change, TestDesk.REVIEWER, "unmet")).contains("整改期限到2026年12月14日为止");
        time.set(LocalDateTime.of(2026, 12, 15, 9, 0));
        changes.work(change, TestDesk.REVIEWER, UNMET);
        changes.work(change, TestDesk.DECIDER, ANNULLED);

        assertThat(cases.get(change).status()).isEqualTo(CaseStatus.ANNULLED);
        assertThat(clocks.deadlines(change)).isEmpty();
        verified(after).andExpect(jsonPath("$.status").value("ANNULLED"));
        verified(before).andExpect(jsonPath("$.status").value("VALID"));
        published(first, "IN_FORCE");
        assertThat(published.entry(first).has("endedOn")).isFalse();
        published(change, "ANNULLED");
        assertThat(published.entry(change).path("endedBy").asText()).contains("撤销〔2026〕");
        told(licence, ".002.", "03");
        told(licence, ".001.", "01");
        assertThat(changes.letter(change, DocumentType.ANNULMENT_DECISION, person))
                .contains("没有任职条件的证明", "仍没有提交证明", licence, "变更以前颁发的同一号码的证书恢复效力", "一般程序", "行政诉讼");
        assertThat(cases.timeline(first)).extracting(TimelineEntry::label).contains("变更已撤销，证书恢复有效");
    }

    @Test
    void who_has_not_kept_a_promise_is_reviewed_the_next_time() throws Exception {
        TestPerson person = changes.organiser();
        String licence = changes.licence(changes.licensed(person));
        annulled(changes.grantedOnPromise(person, licence));

        String refusal = changes.body(changes.apply(changes.promised(person, licence), person)
                        .andExpect(status().isUnprocessableEntity()))
                .toString();

        assertThat(refusal).contains("信用修复以前不适用告知承诺，请选择一般程序");
        CaseNumber proved = changes.number(changes.apply(changes.proved(person, licence), person));
        changes.work(proved, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        changes.await(proved, CaseStatus.REVIEWING);
        changes.work(proved, TestDesk.REVIEWER, "{\"outcome\":\"approve\"}");
        changes.work(proved, TestDesk.DECIDER, "{\"outcome\":\"granted\"}");
        changes.await(proved, CaseStatus.GRANTED);
        assertThat(LicenceChanges.plain(changes.certificate(proved, person))).contains(licence, ".003.", "李样本");
    }

    @Test
    void a_change_that_was_changed_again_leaves_the_row_and_the_later_one_gives_back_what_was_before_both()
            throws Exception {
        TestPerson person = changes.organiser();
        CaseNumber first = changes.licensed(person);
        String licence = changes.licence(first);
        CaseNumber once = changes.grantedOnPromise(person, licence);
        CaseNumber again = changes.grantedOnPromise(person, licence);

        List<String> certificates = List.of(
                changes.certificate(first, person),
                changes.certificate(once, person),
                changes.certificate(again, person));

        annulled(once);
        stand(certificates, "REPLACED", "ANNULLED", "VALID");
        published(first, "REPLACED");
        published(once, "ANNULLED");
        assertThat(cases.timeline(again)).extracting(TimelineEntry::label).contains("这份许可证此前的一次变更已被撤销");
        time.set(MovableClock.START);
        annulled(again);

        stand(certificates, "VALID", "ANNULLED", "ANNULLED");
    }

    @Test
    void an_approval_is_put_right_first_and_who_found_it_does_not_annul() throws Exception {
        Official both = SignedIn.official("both.huangpu", "310101", Role.REVIEWER, Role.DECIDER);
        TestPerson person = changes.organiser();
        CaseNumber change = changes.grantedOnPromise(person, changes.licence(changes.licensed(person)));

        assertThat(bar(change, both, "broken")).contains("先责令限期整改");
        changes.work(change, TestDesk.REVIEWER, RECTIFY);
        time.set(LocalDateTime.of(2026, 12, 15, 9, 0));
        changes.work(change, both, UNMET);

        assertThat(bar(change, both, "annulled")).contains("核查人与决定人不能为同一人");
        changes.work(change, TestDesk.DECIDER, "{\"outcome\":\"upheld\",\"opinion\":\"证明已在期限内寄出\"}");
        assertThat(cases.get(change).status()).isEqualTo(CaseStatus.GRANTED);
        assertThat(commitments.barred(filing.party(person))).isFalse();
    }

    /** As anybody reads it of a case that granted. */
    private void published(CaseNumber number, String state) throws Exception {
        assertThat(published.entry(number).path("state").asText()).isEqualTo(state);
    }

    private void stand(List<String> certificates, String... states) throws Exception {
        for (int i = 0; i < states.length; i++) {
            verified(certificates.get(i)).andExpect(jsonPath("$.status").value(states[i]));
        }
    }

    private void annulled(CaseNumber change) throws Exception {
        changes.work(change, TestDesk.REVIEWER, RECTIFY);
        time.set(LocalDateTime.of(2026, 12, 15, 9, 0));
        changes.work(change, TestDesk.REVIEWER, UNMET);
        changes.work(change, TestDesk.DECIDER, ANNULLED);
        assertThat(cases.get(change).status()).isEqualTo(CaseStatus.ANNULLED);
    }

    /** Why the open task cannot end like this; it stays open and free. */
    private String bar(CaseNumber number, Official official, String outcome) {
        WorkItem mine =
                items.claim(items.openFor(number, official).orElseThrow().id(), official);
        TaskCommand command = new TaskCommand(mine, official, outcome, List.of(), "理由", List.of());
        TaskRefusedException refused =
                catchThrowableOfType(TaskRefusedException.class, () -> items.complete(command, mine.version()));
        items.release(mine.id(), official);
        return refused.byField().toString();
    }

    private ResultActions verified(String certificate) throws Exception {
        return web.perform(get("/api/v1/certificates/" + ReissueCases.code(certificate)));
    }

    private void told(String licence, String edition, String state) {
        String serial = licence.replaceAll("\\D", "");
        TestDesk.await(
                "the store to know of " + licence,
                () -> SandboxAuthorities.effects(sandbox, "licence-store", "status").stream()
                        .anyMatch(effect -> effect.path("body")
                                        .path("ZZZT")
                                        .asText()
                                        .equals(state)
                                && effect.path("body").path("ZZBS").asText().contains("." + serial + edition)));
    }
}
