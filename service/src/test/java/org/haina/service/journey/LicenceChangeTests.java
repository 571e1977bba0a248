package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.SandboxAuthorities;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.commitments.Commitments;
import org.haina.service.decisions.Opinions;
import org.haina.service.documents.DocumentType;
import org.haina.service.intake.Corrections;
import org.haina.service.issuance.CertificateEnds;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** A licence is changed upon a promise or upon proof, by who holds it. */
@ServiceTest
class LicenceChangeTests {

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
    Opinions opinions;

    @Autowired
    CertificateEnds certificates;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Corrections corrections;

    @Autowired
    WorkItems items;

    @Autowired
    SandboxServer sandbox;

    @Test
    void a_promise_is_decided_upon_without_a_review_and_the_licence_goes_on_as_a_new_edition() throws Exception {
        TestPerson person = changes.organiser();
        CaseNumber first = changes.licensed(person);
        String licence = changes.licence(first);
        String before = changes.certificate(first, person);

        CaseNumber change = changes.number(changes.apply(changes.promised(person, licence), person));
        changes.work(change, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        assertThat(cases.get(change).status()).isEqualTo(CaseStatus.DECIDING);
        changes.work(change, TestDesk.DECIDER, "{\"outcome\":\"granted\"}");
        changes.await(change, CaseStatus.GRANTED);

        assertThat(opinions.review(change)).isEmpty();
        assertThat(cases.timeline(change))
                .extracting(TimelineEntry::label)
                .contains("作出告知承诺", "依据告知承诺，直接提请决定")
                .doesNotContain("进入审核");
        String after = changes.certificate(change, person);
        assertThat(LicenceChanges.plain(after))
                .contains(licence, LicenceChanges.RENAMED, "李样本", "上海市黄浦区示例路40号201室", "文化教育类", "成年人")
                .contains(".002.", "准予变更", "有效期至2029年11月22日")
                .doesNotContain(LicenceChanges.SCHOOL, "王示例");
        verified(before).andExpect(jsonPath("$.status").value("REPLACED"));
        verified(after).andExpect(jsonPath("$.status").value("VALID"));
        web.perform(get("/verify/" + ReissueCases.code(before)))
                .andExpect(content().string(containsString("已由补发、换发、变更的证书替代")));
        told(licence, ".001.", "05");
    }

    @Test
    void the_promise_is_kept_word_for_word_and_looked_into_within_two_months() throws Exception {
        TestPerson person = changes.organiser();
        CaseNumber change = changes.grantedOnPromise(person, changes.licence(changes.licensed(person)));

        assertThat(commitments.of(change)).singleElement().satisfies(made -> {
            assertThat(made.bound()).isEqualTo(filing.party(person));
            assertThat(made.signer()).isEqualTo(filing.party(person));
            assertThat(made.hash()).isEqualTo(changes.hash());
            assertThat(made.text()).contains("条件1：", "条件4：", "一并提交的材料：理事会");
        });
        assertThat(changes.letter(change, DocumentType.APPROVAL_COMMITMENT, person))
                .contains("告知承诺书", "应当符合的条件", "同级同类公办学校校长任职的条件", changes.hash(), "本人实名登录后在网上作出");
        assertThat(clocks.deadline(change, ClockName.LATER_CHECK).orElseThrow().due())
                .isEqualTo("2027-01-25");

        changes.work(change, TestDesk.REVIEWER, "{\"outcome\":\"kept\",\"opinion\":\"已查验任职条件证明\"}");

        assertThat(clocks.deadline(change, ClockName.LATER_CHECK)).isEmpty();
        assertThat(cases.timeline(change)).extracting(TimelineEntry::label).contains("事后核查：承诺属实");
        assertThat(commitments.barred(filing.party(person))).isFalse();
    }

    @Test
    void who_proves_it_is_reviewed_and_nothing_is_looked_into_later() throws Exception {
        TestPerson person = changes.organiser();
        String licence = changes.licence(changes.licensed(person));

        CaseNumber change = changes.number(changes.apply(changes.proved(person, licence), person));
        changes.work(change, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        changes.await(change, CaseStatus.REVIEWING);
        changes.work(change, TestDesk.REVIEWER, "{\"outcome\":\"approve\"}");
        changes.work(change, TestDesk.DECIDER, "{\"outcome\":\"granted\"}");
        changes.await(change, CaseStatus.GRANTED);

        assertThat(certificates.numberOf(change)).contains(licence);
        assertThat(commitments.of(change)).isEmpty();
        assertThat(clocks.deadline(change, ClockName.LATER_CHECK)).isEmpty();
        assertThat(items.ofCase(change)).noneMatch(item -> item.isOpen());
    }

    @Test
    void who_does_not_hold_the_licence_or_asks_another_organ_is_refused_at_once() throws Exception {
        TestPerson holder = changes.organiser();
        TestPerson other = changes.organiser();
        String licence = changes.licence(changes.licensed(holder));
        ObjectNode elsewhere = changes.promised(holder, licence);
        ((ObjectNode) elsewhere.path("data")).put("district", "310104");

        refused(changes.promised(other, licence), other);
        refused(changes.proved(holder, "教民131010170009999号"), holder);
        refused(elsewhere, holder);
        changes.apply(changes.promised(holder, licence), holder).andExpect(status().isCreated());
    }

    @Test
    void a_promise_and_the_ordinary_way_do_not_mix() throws Exception {
        TestPerson person = changes.organiser();
        String licence = changes.licence(changes.licensed(person));
        ObjectNode both = changes.proved(person, licence);
        both.withArray("materials").addObject().put("key", "commitment-letter").put("commitment", changes.hash());
        ObjectNode neither = changes.proved(person, licence);
        ((ObjectNode) neither.path("data")).put("route", "commitment");
        ObjectNode uploaded = changes.promised(person, licence);
        ((ObjectNode) uploaded.path("materials").path(1))
                .put("file", filing.uploadPdf(filing.citizen(person), "letter"))
                .remove("commitment");

        assertThat(pointers(both, person)).containsExactly("/materials/commitment-letter");
        assertThat(pointers(neither, person)).contains("/materials/commitment-letter", "/materials/proof");
        assertThat(pointers(uploaded, person)).containsExactly("/materials/commitment-letter");
    }

    @Test
    void who_turns_to_the_ordinary_way_in_a_correction_is_reviewed_and_the_promise_is_idle() throws Exception {
        TestPerson person = changes.organiser();
        String licence = changes.licence(changes.licensed(person));
        CaseNumber change = changes.number(changes.apply(changes.promised(person, licence), person));
        changes.work(
                change,
                TestDesk.CLERK,
                "{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"/route\",\"text\":\"请核对选择的办理方式\"},"
                        + "{\"material\":\"proof\",\"text\":\"请提交证明材料\"}]}");
        Citizen citizen = filing.citizen(person);

        assertThat(corrections.answer(
                        change,
                        JsonNodeFactory.instance.objectNode().put("route", "ordinary"),
                        List.of(new SuppliedMaterial("proof", Source.UPLOAD, filing.uploadPdf(citizen, "proof"))),
                        citizen))
                .isEmpty();
        changes.work(change, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        changes.await(change, CaseStatus.REVIEWING);
        changes.work(change, TestDesk.REVIEWER, "{\"outcome\":\"approve\"}");
        changes.work(change, TestDesk.DECIDER, "{\"outcome\":\"granted\"}");
        changes.await(change, CaseStatus.GRANTED);

        assertThat(clocks.deadline(change, ClockName.LATER_CHECK)).isEmpty();
    }

    @Test
    void a_licence_that_has_ended_meanwhile_cannot_be_changed_any_more() throws Exception {
        TestPerson person = changes.organiser();
        String licence = changes.licence(changes.licensed(person));
        CaseNumber late = changes.number(changes.apply(changes.promised(person, licence), person));
        changes.work(late, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        assertThat(barred(late)).isEmpty();

        CaseNumber other = changes.grantedOnPromise(person, licence);
        cancelled(other);

        assertThat(barred(late)).containsEntry("granted", "要变更的许可证已经不是有效状态，现在不能准予");
    }

    /** 注销, as when the school ends. */
    private void cancelled(CaseNumber number) {
        transaction.executeWithoutResult(
                status -> certificates.end(number, CertificateEnds.Kind.CANCELLED, "学校终止办学", TestDesk.DECIDER));
    }

    /** Why the decider cannot grant now. */
    private Map<String, String> barred(CaseNumber number) {
        return items.advice(items.openFor(number, TestDesk.DECIDER).orElseThrow())
                .barred();
    }

    private void refused(ObjectNode request, TestPerson person) throws Exception {
        changes.apply(request, person)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.reason").value("licence-not-held"));
    }

    private List<String> pointers(ObjectNode request, TestPerson person) throws Exception {
        return changes.body(changes.apply(request, person).andExpect(status().isUnprocessableEntity()))
                .path("errors")
                .findValuesAsText("pointer");
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
