package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.Steering;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.documents.DocumentType;
import org.haina.service.intake.Corrections;
import org.haina.service.keys.CaseNumber;
import org.haina.service.procedure.CaseActs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case is accepted and its promise denied: what is owed is said, may be brought, and leads to a decision. */
@ServiceTest
class DeniedPromiseTests {

    private static final Map<String, String> REPAIRED = Map.of("outcome", "trusted", "how", "看了信用修复决定书，已经修复");

    @Autowired
    Filing filing;

    @Autowired
    TrustCases trust;

    @Autowired
    LicenceChanges changes;

    @Autowired
    LaterPaperCases later;

    @Autowired
    Cases cases;

    @Autowired
    Corrections corrections;

    @Autowired
    CaseClocks clocks;

    @Autowired
    CaseActs acts;

    @Autowired
    SandboxServer sandbox;

    @Autowired
    MovableClock time;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void the_letter_of_an_acceptance_by_silence_says_what_is_owed_and_defers_nothing() throws Exception {
        TestPerson person = trust.distrusted();
        CaseNumber number = deferred(person);

        assertThat(later.letter(number, DocumentType.ACCEPTANCE_NOTICE, person))
                .contains("书面承诺不能适用", "请在作出决定以前补交“" + LaterPaperCases.TITLE + "”", "第三十二条第一款第四项")
                .doesNotContain("容缺", "材料齐全");
        assertThat(later.found(number, DocumentType.DEFERRAL_LETTER)).isEmpty();
        assertThat(clocks.deadline(number, ClockName.DEFERRAL)).isEmpty();
        assertThat(trust.own(number, person, "")).contains("轮到您了：请补交材料", "去补交").doesNotContain("这次申请终止");
    }

    @Test
    void a_promise_found_good_after_all_defers_the_paper_from_that_day() throws Exception {
        TestPerson person = trust.distrusted();
        CaseNumber number = deferred(person);

        acts.perform(number, "credit-check", REPAIRED, LaterPaperCases.CLERK);

        assertThat(corrections.open(number)).isEmpty();
        assertThat(clocks.deadline(number, ClockName.DEFERRAL).orElseThrow().due())
                .isEqualTo("2026-12-21");
        assertThat(later.letter(number, DocumentType.DEFERRAL_LETTER, person)).contains(LaterPaperCases.TITLE);
        assertThat(trust.desk(number, LaterPaperCases.CLERK)).contains("承诺可以适用，不再要求补交");
    }

    @Test
    void an_approval_accepted_by_silence_is_proved_by_papers_and_decided_upon() throws Exception {
        TestPerson person = trust.distrusted();
        CaseNumber number = promised(person);
        trust.answered(number);
        time.set(LocalDateTime.of(2026, 12, 1, 9, 0));
        changes.await(number, CaseStatus.REVIEWING);

        assertThat(changes.letter(number, DocumentType.ACCEPTANCE_NOTICE, person))
                .contains("书面承诺不能适用", "变更符合条件的证明材料")
                .doesNotContain("材料齐全");
        assertThat(turned(number, person)).isEqualTo(CaseStatus.REVIEWING);

        assertThat(corrections.open(number)).isEmpty();
        changes.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\"}");
        assertThat(trust.barred(number, TestDesk.DECIDER)).isEmpty();
        assertThat(trust.cautions(number, TestDesk.DECIDER))
                .as("the reviewer has seen them")
                .isEmpty();
        changes.work(number, TestDesk.DECIDER, "{\"outcome\":\"granted\"}");
        changes.await(number, CaseStatus.GRANTED);
    }

    @Test
    void what_the_register_says_only_after_the_acceptance_leaves_a_way_to_prove() throws Exception {
        TestPerson person = trust.distrusted();
        try (Steering register = Steering.of(sandbox, TrustCases.CREDIT).to("malformed")) {
            CaseNumber number = trust.silent(promised(person));
            acts.perform(number, "credit-check", REPAIRED, TestDesk.CLERK);
            changes.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
            time.set(LocalDateTime.of(2026, 11, 24, 9, 0));
            trust.answeredLate(register, number);

            assertThat(trust.barred(number, TestDesk.DECIDER)).containsOnlyKeys("granted");
            assertThat(trust.told(number, "书面承诺不能适用，请补交材料"))
                    .hasValueSatisfying(words -> assertThat(words).contains(call(number)));
            assertThat(turned(number, person)).isEqualTo(CaseStatus.DECIDING);
            assertThat(trust.barred(number, TestDesk.DECIDER)).isEmpty();
            assertThat(trust.cautions(number, TestDesk.DECIDER).get("granted"))
                    .contains("变更符合条件的证明材料", "没有经过审核", "自己核对");
        }
    }

    @Test
    void the_clerk_finds_out_while_a_special_procedure_runs() throws Exception {
        TestPerson person = trust.distrusted();
        CaseNumber number = promised(person);
        trust.answered(number);
        time.set(LocalDateTime.of(2026, 12, 1, 9, 0));
        changes.await(number, CaseStatus.REVIEWING);
        acts.perform(
                number,
                "special-procedure",
                Map.of("kind", "听证", "duration", "十五个工作日", "reason", "利害关系人申请听证"),
                TestDesk.REVIEWER);

        acts.perform(number, "credit-check", REPAIRED, TestDesk.CLERK);

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.SPECIAL_PROCEDURE);
        assertThat(trust.told(number, "信用信息已核实：可以适用承诺")).isPresent();
        assertThat(corrections.open(number)).isEmpty();
    }

    /** Deemed accepted with the promise to bring a paper later, which nobody relies on. */
    private CaseNumber deferred(TestPerson person) {
        CaseNumber number = later.filed(person);
        trust.answered(number);
        time.set(LocalDateTime.of(2026, 12, 1, 9, 0));
        changes.await(number, CaseStatus.REVIEWING);
        return number;
    }

    private CaseNumber promised(TestPerson person) throws Exception {
        return changes.number(
                changes.apply(changes.promised(person, changes.licence(changes.licensed(person))), person));
    }

    /** To the ordinary way, with the proof; promising once more comes to nothing. */
    private CaseStatus turned(CaseNumber number, TestPerson person) throws Exception {
        assertThat(trust.own(number, person, "")).contains("轮到您了：请补交材料");
        assertThat(trust.own(number, person, "/correction")).contains("补交材料", "不能适用书面承诺");
        assertThat(corrections.check(
                        number,
                        JsonNodeFactory.instance.objectNode().put("route", "commitment"),
                        List.of(),
                        filing.citizen(person)))
                .anySatisfy(finding -> {
                    assertThat(finding.pointer()).isEqualTo("/route");
                    assertThat(finding.message()).contains("不能适用书面承诺");
                });
        trust.correct(number, person, Map.of("route", "ordinary"), "proof");
        return cases.get(number).status();
    }

    private String call(CaseNumber number) {
        return trust.asked(number).get(0).id().toString();
    }
}
