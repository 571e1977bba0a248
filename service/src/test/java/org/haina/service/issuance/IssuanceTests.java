package org.haina.service.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.SandboxAuthorities;
import org.haina.service.ServiceTest;
import org.haina.service.Steering;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.OutboundLedger;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ServiceTest
class IssuanceTests {

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    Certificates certificates;

    @Autowired
    OutboundLedger ledger;

    @Autowired
    WorkItems items;

    @Autowired
    ObjectMapper json;

    @Autowired
    SandboxServer sandbox;

    @TempDir
    Path folder;

    private TestDesk desk;

    @BeforeEach
    void setUp() {
        desk = new TestDesk(web, json, filing, cases);
    }

    @Test
    void a_granted_case_ends_with_a_signed_registered_certificate_whose_text_is_the_data() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        CaseNumber number = desk.decided(person, "granted");
        desk.await(number, CaseStatus.GRANTED);

        Certificate certificate = certificates.of(number).orElseThrow();
        Path pdf = java.nio.file.Files.write(folder.resolve("certificate.pdf"), download(number, person));
        String text = Tools.run("pdftotext", "-raw", pdf.toString(), "-");
        String signatures = Tools.run("pdfsig", "-nocert", pdf.toString());

        assertThat(certificate.status()).isEqualTo(CertificateStatus.VALID);
        assertThat(certificate.registeredAt()).isPresent();
        assertThat(Tools.squeezed(text))
                .contains(
                        person.name(),
                        person.idNumber(),
                        "小学教师资格",
                        "语文",
                        certificate.number().orElseThrow(),
                        certificate.identifier().orElseThrow(),
                        "海纳示范黄浦区教育局",
                        "2026年11月23日",
                        new VerificationCode(certificate.code()).grouped());
        assertThat(signatures).contains("Signature is Valid", "Total document signed");
        assertThat(Tools.run("pdfimages", "-list", pdf.toString()))
                .as("the applicant's photo")
                .containsPattern("image +413 +579 +rgb +3 +8 +jpeg");
        assertThat(certificate.number().orElseThrow()).startsWith("2026311012").hasSize(17);
        assertThat(registrations(certificate.identifier().orElseThrow())).isEqualTo(1);
        assertThat(cases.timeline(number))
                .extracting("kind")
                .containsSubsequence(
                        "GRANT", "CERTIFICATE_SEALED", "CERTIFICATE_REGISTERED", "RESULT_SERVED", "DELIVER_GRANT");
    }

    @Test
    void while_the_licence_store_is_down_the_case_waits_and_then_registers_once() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        try (Steering authority = Steering.of(sandbox, "licence-store")) {
            CaseNumber number = reviewed(person);
            authority.to("fail");
            desk.work(number, TestDesk.DECIDER, "{\"outcome\":\"granted\"}");
            TestDesk.await("a failed call", () -> open(number, "register"));

            assertThat(cases.get(number).status()).isEqualTo(CaseStatus.ISSUING);
            assertThat(certificates.of(number).orElseThrow().status()).isEqualTo(CertificateStatus.VALID);

            authority.to("ok");
            retry(number);
            desk.await(number, CaseStatus.GRANTED);
            assertThat(registrations(
                            certificates.of(number).orElseThrow().identifier().orElseThrow()))
                    .isEqualTo(1);
        }
    }

    @Test
    void what_the_licence_store_refuses_waits_for_an_operator_and_the_applicant_is_not_told_of_silence()
            throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        try (Steering authority = Steering.of(sandbox, "licence-store")) {
            CaseNumber number = reviewed(person);
            authority.to("malformed");
            desk.work(number, TestDesk.DECIDER, "{\"outcome\":\"granted\"}");
            TestDesk.await("the note", () -> cases.timeline(number).stream()
                    .anyMatch(entry -> entry.kind().equals("CERTIFICATE_LATE")));

            String page = web.perform(get("/cases/" + number).with(SignedIn.as(filing.citizen(person))))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(page).contains("证书还没有归集到电子证照库，已列给系统管理员处理，不需要您操作").doesNotContain("暂时没有应答");

            authority.to("ok");
            retry(number);
            desk.await(number, CaseStatus.GRANTED);
        }
    }

    @Test
    void a_registration_settled_by_hand_lets_the_case_go_on() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        try (Steering authority = Steering.of(sandbox, "licence-store")) {
            CaseNumber number = reviewed(person);
            authority.to("fail");
            desk.work(number, TestDesk.DECIDER, "{\"outcome\":\"granted\"}");
            TestDesk.await("a failed call", () -> open(number, "register"));
            assertThat(ledger.hasOpenRegistration(number)).isTrue();

            ledger.of(number).stream()
                    .filter(entry -> entry.query().equals("register"))
                    .forEach(entry -> ledger.settle(entry.id(), "已通过公函登记", "operator.city"));

            assertThat(cases.get(number).status()).isEqualTo(CaseStatus.GRANTED);
        }
    }

    @Test
    void the_call_for_the_number_is_not_closed_by_hand_because_the_case_could_never_go_on() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        try (Steering authority = Steering.of(sandbox, "teacher-system")) {
            CaseNumber number = reviewed(person);
            authority.to("fail");
            desk.work(number, TestDesk.DECIDER, "{\"outcome\":\"granted\"}");
            TestDesk.await("a failed call", () -> open(number, "certificate-number"));
            OutboundLedger.Entry call = ledger.of(number).stream()
                    .filter(entry -> entry.query().equals("certificate-number"))
                    .findFirst()
                    .orElseThrow();

            assertThatThrownBy(() -> ledger.settle(call.id(), "不再需要", "operator.city"))
                    .hasMessageContaining("没有编号不能制证");
            assertThat(ledger.find(call.id()).orElseThrow().doneAt()).isNull();

            authority.to("ok");
            TestDesk.await("a retry", () -> ledger.retry(call.id(), "operator.city"));
            desk.await(number, CaseStatus.GRANTED);
        }
    }

    @Test
    void a_question_closed_by_hand_goes_to_a_clerk() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        try (Steering authority = Steering.of(sandbox, "public-security")) {
            authority.to("fail");
            CaseNumber number = filing.filed(person);
            desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
            TestDesk.await("a failed call", () -> open(number, "identity"));

            TestDesk.await("the manual check", () -> {
                ledger.of(number).stream()
                        .filter(entry -> entry.register().equals("public-security") && entry.doneAt() == null)
                        .forEach(entry -> ledger.settle(entry.id(), "改为人工核查", "operator.city"));
                return items.openFor(number, TestDesk.REVIEWER)
                        .filter(item -> item.taskKey().equals("Task_CheckManually"))
                        .isPresent();
            });
        }
    }

    @Test
    void a_refused_case_is_delivered_and_closed_without_a_certificate() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        CaseNumber number = desk.decided(person, "refused");

        desk.await(number, CaseStatus.REFUSED);
        TestDesk.await("proof of delivery", () -> cases.timeline(number).stream()
                .anyMatch(entry -> entry.kind().equals("DELIVERY_PROOF")));
        assertThat(certificates.of(number)).isEmpty();
    }

    @Test
    void a_stranger_does_not_get_the_certificate() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        CaseNumber number = desk.decided(person, "granted");
        desk.await(number, CaseStatus.GRANTED);

        web.perform(get("/cases/" + number + "/certificate").with(SignedIn.as(filing.citizen(TestPerson.unknown()))))
                .andExpect(status().isNotFound());
        web.perform(get("/cases/" + number + "/certificate").with(SignedIn.as(SignedIn.clerk("310104"))))
                .andExpect(status().isNotFound());
    }

    private CaseNumber reviewed(TestPerson person) throws Exception {
        CaseNumber number = filing.filed(person);
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        desk.await(number, CaseStatus.REVIEWING);
        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"材料齐全，条件符合\"}");
        return number;
    }

    private byte[] download(CaseNumber number, TestPerson person) throws Exception {
        return web.perform(get("/cases/" + number + "/certificate").with(SignedIn.as(filing.citizen(person))))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private boolean open(CaseNumber number, String query) {
        return ledger.of(number).stream()
                .anyMatch(entry -> entry.query().equals(query) && entry.lastError() != null && entry.doneAt() == null);
    }

    private void retry(CaseNumber number) {
        TestDesk.await("a retry", () -> ledger.of(number).stream()
                .filter(entry -> entry.query().equals("register"))
                .allMatch(entry -> ledger.retry(entry.id(), "operator.city")));
    }

    private long registrations(String identifier) {
        return SandboxAuthorities.effects(sandbox, "licence-store", "register").stream()
                .filter(effect -> effect.at("/body/ZZBS").asText().equals(identifier))
                .count();
    }
}
