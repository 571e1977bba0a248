package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.haina.forms.Finding;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.commitments.Commitments;
import org.haina.service.documents.DocumentType;
import org.haina.service.intake.Corrections;
import org.haina.service.keys.CaseNumber;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A correction that reopens the choice between promise and proof: what the new way asks for comes with the answer. */
@ServiceTest
class TurnedWayTests {

    private static final String MARKED =
            "{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"/route\",\"text\":\"请核对选择的办理方式\"}]}";

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    LicenceChanges changes;

    @Autowired
    TrustCases trust;

    @Autowired
    Cases cases;

    @Autowired
    CaseMaterials materials;

    @Autowired
    Commitments commitments;

    @Autowired
    Corrections corrections;

    @Test
    void who_turns_to_the_ordinary_way_proves_it_and_the_promise_stands_no_longer() throws Exception {
        TestPerson person = changes.organiser();
        CaseNumber change = asked(changes.promised(person, changes.licence(changes.licensed(person))), person);
        Citizen citizen = filing.citizen(person);

        assertThat(pointers(corrections.answer(change, route("ordinary"), List.of(), citizen)))
                .containsExactly("/materials/proof");
        assertThat(cases.get(change).status()).isEqualTo(CaseStatus.AWAITING_CORRECTION);
        assertThat(corrections.answer(change, route("ordinary"), List.of(proof(citizen)), citizen))
                .isEmpty();

        assertThat(keys(change)).contains("proof", "resolution").doesNotContain("commitment-letter");
        changes.work(
                change,
                TestDesk.CLERK,
                "{\"outcome\":\"correct\",\"marks\":[{\"material\":\"proof\",\"text\":\"看不清楚，请重新提交\"}]}");
        assertThat(corrections.answer(change, route(), List.of(proof(citizen)), citizen))
                .as("what came by the turn may be asked for again, what was visible before may not")
                .isEmpty();
    }

    @Test
    void who_turns_to_the_promise_makes_it_word_for_word_and_is_decided_upon_without_a_review() throws Exception {
        TestPerson person = changes.organiser();
        CaseNumber change = asked(changes.proved(person, changes.licence(changes.licensed(person))), person);
        Citizen citizen = filing.citizen(person);

        assertThat(pointers(corrections.answer(change, route("commitment"), List.of(), citizen)))
                .containsExactly("/materials/commitment-letter");
        assertThat(pointers(corrections.answer(change, route("commitment"), List.of(promise("0")), citizen)))
                .containsExactly("/materials/commitment-letter");
        assertThat(commitments.of(change)).isEmpty();
        assertThat(corrections.answer(change, route("commitment"), List.of(promise(changes.hash())), citizen))
                .isEmpty();

        assertThat(keys(change)).contains("commitment-letter").doesNotContain("proof");
        assertThat(changes.letter(change, DocumentType.APPROVAL_COMMITMENT, person))
                .contains(changes.hash());
        trust.answered(change);
        changes.work(change, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        assertThat(cases.get(change).status()).isEqualTo(CaseStatus.DECIDING);
    }

    @Test
    void who_promises_only_in_a_correction_is_looked_up_then_and_once() throws Exception {
        TestPerson person = trust.distrusted();
        CaseNumber change = asked(changes.proved(person, changes.licence(changes.licensed(person))), person);
        assertThat(trust.asked(change)).isEmpty();

        assertThat(corrections.answer(
                        change, route("commitment"), List.of(promise(changes.hash())), filing.citizen(person)))
                .isEmpty();

        trust.answered(change);
        assertThat(trust.asked(change)).hasSize(1);
        assertThat(trust.barred(change, TestDesk.CLERK).get("accept")).contains("失信信息", "补正");
    }

    @Test
    void nobody_promises_in_a_correction_who_could_not_promise_in_the_application() throws Exception {
        TestPerson person = changes.organiser();
        CaseNumber licensed = changes.licensed(person);
        CaseNumber change = asked(changes.proved(person, changes.licence(licensed)), person);

        List<Finding> another = corrections.answer(
                change, route("commitment"), List.of(promise(changes.hash())), filing.citizen(TestPerson.unknown()));
        commitments.markBroken(promisedBefore(person, licensed));
        List<Finding> listed = corrections.answer(
                change, route("commitment"), List.of(promise(changes.hash())), filing.citizen(person));

        assertThat(another).extracting(Finding::message).containsExactly("书面承诺须由申请人本人登录后作出，不能代为作出。");
        assertThat(listed)
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("信用修复以前不适用告知承诺");
    }

    @Test
    void the_way_is_turned_and_turned_back_by_the_form() throws Exception {
        TestPerson person = changes.organiser();
        CaseNumber change = asked(changes.promised(person, changes.licence(changes.licensed(person))), person);
        Citizen citizen = filing.citizen(person);

        Document proof = sent(change, citizen, Map.of("route", "ordinary", "do", "review"));
        assertThat(proof.select("#errors").text()).contains("请补交“变更符合条件的证明材料（限一般程序）”");
        assertThat(proof.select("input[type=file]").eachAttr("name")).containsExactly("file-proof");
        corrections.answer(change, route("ordinary"), List.of(proof(citizen)), citizen);
        changes.work(change, TestDesk.CLERK, MARKED);

        Document letter = sent(change, citizen, Map.of("route", "commitment", "do", "review"));
        assertThat(letter.select("#errors").text()).contains("请阅读告知的内容");
        assertThat(letter.select("main").text()).contains("同级同类公办学校校长任职的条件");
        String name = letter.select("input[type=checkbox]").attr("name");
        Document review = sent(change, citizen, Map.of("route", "commitment", "do", "review", name, changes.hash()));
        assertThat(review.select("dl").text()).contains("作出承诺，提交补正时生效");
        assertThat(review.select("input[name=" + name + "]").attr("value")).isEqualTo(changes.hash());
        sent(change, citizen, Map.of("route", "commitment", "do", "send", name, changes.hash()));

        assertThat(cases.get(change).status()).isEqualTo(CaseStatus.RECEIVED);
        assertThat(keys(change)).contains("commitment-letter").doesNotContain("proof");
    }

    private CaseNumber asked(ObjectNode request, TestPerson person) throws Exception {
        CaseNumber change = changes.number(changes.apply(request, person));
        changes.work(change, TestDesk.CLERK, MARKED);
        return change;
    }

    /** Another change of the same licence, upon a promise. */
    private CaseNumber promisedBefore(TestPerson person, CaseNumber licensed) throws Exception {
        return changes.number(changes.apply(changes.promised(person, changes.licence(licensed)), person));
    }

    private Document sent(CaseNumber change, Citizen citizen, Map<String, String> typed) throws Exception {
        var request = multipart("/cases/" + change + "/correction").with(csrf()).with(SignedIn.as(citizen));
        typed.forEach((name, value) -> request.param(name, value));
        return Jsoup.parse(web.perform(request).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private List<String> keys(CaseNumber change) {
        return materials.of(change).stream().map(SuppliedMaterial::key).toList();
    }

    private SuppliedMaterial proof(Citizen citizen) {
        return new SuppliedMaterial("proof", Source.UPLOAD, filing.uploadPdf(citizen, "proof"));
    }

    private static SuppliedMaterial promise(String hash) {
        return new SuppliedMaterial("commitment-letter", Source.COMMITMENT, hash);
    }

    private static ObjectNode route(String... way) {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        for (String one : way) {
            answers.put("route", one);
        }
        return answers;
    }

    private static List<String> pointers(List<Finding> findings) {
        return findings.stream().map(Finding::pointer).toList();
    }
}
