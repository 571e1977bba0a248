package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
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
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.intake.Corrections;
import org.haina.service.intake.NoticeExceptions;
import org.haina.service.keys.CaseNumber;
import org.haina.service.procedure.CaseActs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 一次告知: an answer that came after the notice is a new fact, not something that was forgotten. */
@ServiceTest
class LaterFactTests {

    private static final String PHONE = "{\"pointer\":\"/phone\",\"text\":\"电话无法接通，请核对\"}";
    private static final String WAY = "{\"pointer\":\"/route\",\"text\":\"请改按一般程序办理\"}";
    private static final String PROOF = "{\"material\":\"proof\",\"text\":\"请提交证明材料\"}";

    @Autowired
    Filing filing;

    @Autowired
    TrustCases trust;

    @Autowired
    LicenceChanges changes;

    @Autowired
    Cases cases;

    @Autowired
    Corrections corrections;

    @Autowired
    NoticeExceptions exceptions;

    @Autowired
    Documents documents;

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
    void an_entry_told_of_after_the_notice_is_asked_about_again_without_anybody_s_leave() throws Exception {
        TestPerson person = trust.distrusted();
        try (Steering register = Steering.of(sandbox, TrustCases.CREDIT).to("malformed")) {
            CaseNumber number = trustedByHand(person);
            asked(number, PHONE);
            time.advance(Duration.ofMinutes(1));
            trust.answeredLate(register, number);
            answered(number, person, "phone", "13900000002");
            Map<String, Integer> faults = exceptions.countedSince(Instant.EPOCH);
            time.advance(Duration.ofMinutes(1));

            asked(number, WAY, PROOF);

            String call = trust.asked(number).get(0).id().toString();
            assertThat(corrections.open(number).orElseThrow().ground()).hasValueSatisfying(ground -> {
                assertThat(ground.words()).contains("失信信息");
                assertThat(ground.call().orElseThrow()).hasToString(call);
            });
            assertThat(exceptions.countedSince(Instant.EPOCH)).isEqualTo(faults);
            assertThat(trust.told(number, "发出一次性告知")).isPresent();
            assertThat(cases.timeline(number))
                    .anySatisfy(entry -> assertThat(entry.note()).contains("上次告知以后才得知", call));
            assertThat(lastNotice(number, person)).contains("上次告知时还没有的情况", call);
            trust.correct(number, person, Map.of("route", "ordinary"), "proof");
            assertThat(trust.barred(number, TestDesk.CLERK)).doesNotContainKey("accept");
        }
    }

    @Test
    void what_was_visible_before_is_no_new_fact_beside_one_that_is() throws Exception {
        TestPerson person = trust.distrusted();
        try (Steering register = Steering.of(sandbox, TrustCases.CREDIT).to("malformed")) {
            CaseNumber number = trustedByHand(person);
            asked(number, PHONE);
            time.advance(Duration.ofMinutes(1));
            trust.answeredLate(register, number);
            answered(number, person, "phone", "13900000002");

            refused(number, WAY, PROOF, "{\"pointer\":\"/reason\",\"text\":\"理由不清楚\"}");
        }
    }

    @Test
    void an_entry_known_at_the_notice_and_left_out_of_it_was_forgotten() throws Exception {
        TestPerson person = trust.distrusted();
        CaseNumber number = promised(person);
        trust.answered(number);
        time.advance(Duration.ofMinutes(1));
        asked(number, PHONE);
        answered(number, person, "phone", "13900000002");

        refused(number, WAY, PROOF);
    }

    @Test
    void the_page_of_the_notice_tells_at_once_that_nothing_can_be_promised_and_no_longer_once_it_can()
            throws Exception {
        TestPerson person = trust.distrusted();
        CaseNumber number = promised(person);
        trust.answered(number);
        asked(number, WAY, PROOF);

        assertThat(trust.own(number, person, "/correction")).contains("不能适用书面承诺");
        acts.perform(number, "credit-check", Map.of("outcome", "trusted", "how", "看了修复决定书"), TestDesk.CLERK);
        assertThat(trust.own(number, person, "/correction")).doesNotContain("不能适用书面承诺");
        answered(number, person, "route", "commitment");
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.RECEIVED);
    }

    private CaseNumber promised(TestPerson person) throws Exception {
        return changes.number(
                changes.apply(changes.promised(person, changes.licence(changes.licensed(person))), person));
    }

    /** The register was silent, and a person found nothing against the promise. */
    private CaseNumber trustedByHand(TestPerson person) throws Exception {
        CaseNumber number = trust.silent(promised(person));
        acts.perform(number, "credit-check", Map.of("outcome", "trusted", "how", "看了信用报告"), TestDesk.CLERK);
        return number;
    }

    private void asked(CaseNumber number, String... marks) throws Exception {
        changes.work(number, TestDesk.CLERK, completion(marks));
    }

    private void refused(CaseNumber number, String... marks) {
        assertThatThrownBy(() -> changes.work(number, TestDesk.CLERK, completion(marks)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("422");
        assertThat(corrections.open(number)).isEmpty();
    }

    private static String completion(String... marks) {
        return "{\"outcome\":\"correct\",\"marks\":[" + String.join(",", marks) + "]}";
    }

    private void answered(CaseNumber number, TestPerson person, String field, String value) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put(field, value);
        assertThat(corrections.answer(number, answer, List.of(), filing.citizen(person)))
                .isEmpty();
    }

    private String lastNotice(CaseNumber number, TestPerson person) throws Exception {
        CaseDocument notice = documents.of(number).stream()
                .filter(document -> document.type() == DocumentType.ONE_TIME_NOTICE)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return changes.printed(notice, person);
    }
}
