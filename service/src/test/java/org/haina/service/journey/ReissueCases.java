package org.haina.service.journey;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.catalog.Catalog;
import org.haina.service.commitments.Commitments;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;

/** Cases of a lost certificate, with the loss announced or promised. */
@Lazy
@Component
class ReissueCases {

    static final ItemKey ITEM = new ItemKey("teacher-certificate-reissue");

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final MockMvc web;
    private final Filing filing;
    private final Cases cases;
    private final Catalog catalog;
    private final Commitments commitments;
    private final SandboxServer sandbox;
    private final TestDesk desk;

    ReissueCases(
            MockMvc web,
            ObjectMapper json,
            Filing filing,
            Cases cases,
            Catalog catalog,
            Commitments commitments,
            SandboxServer sandbox) {
        this.web = web;
        this.filing = filing;
        this.cases = cases;
        this.catalog = catalog;
        this.commitments = commitments;
        this.sandbox = sandbox;
        this.desk = new TestDesk(web, json, filing, cases);
    }

    /** A number of Huangpu that nobody else holds. */
    static String number() {
        return "202031101220%05d".formatted(SERIAL.incrementAndGet());
    }

    /** A holder of such a certificate, as the teacher system knows her. */
    TestPerson holder(String number) {
        return TestPerson.unknown().holding(number, "valid").admit(sandbox);
    }

    String hash() {
        return commitments
                .offered(catalog.current(ITEM), "loss-notice")
                .orElseThrow()
                .hash();
    }

    List<SuppliedMaterial> promised(TestPerson person) {
        return with(person, new SuppliedMaterial("loss-notice", Source.COMMITMENT, hash()));
    }

    List<SuppliedMaterial> proved(TestPerson person) {
        return with(person, new SuppliedMaterial("loss-notice", Source.UPLOAD, filing.upload(person, "loss-notice")));
    }

    List<SuppliedMaterial> with(TestPerson person, SuppliedMaterial notice) {
        return List.of(new SuppliedMaterial("photo", Source.UPLOAD, filing.upload(person, "photo")), notice);
    }

    CaseNumber filed(TestPerson person, String number, List<SuppliedMaterial> materials) {
        return filing.filed(person, ITEM.value(), person.reissueApplication(number), materials);
    }

    /** From the clerk to the certificate in the account. */
    void grant(CaseNumber number) throws Exception {
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        TestDesk.await("review of " + number, () -> cases.get(number).status() == CaseStatus.REVIEWING);
        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"登记一致\"}");
        desk.work(number, TestDesk.DECIDER, "{\"outcome\":\"granted\",\"opinion\":\"同意\"}");
        desk.await(number, CaseStatus.GRANTED);
    }

    /** Granted upon a promise. */
    CaseNumber granted(TestPerson person, String number) throws Exception {
        CaseNumber filed = filed(person, number, promised(person));
        grant(filed);
        return filed;
    }

    String certificate(CaseNumber number, TestPerson person) throws Exception {
        return PdfText.of(bytes("/cases/" + number + "/certificate", person));
    }

    byte[] bytes(String address, TestPerson person) throws Exception {
        return web.perform(get(address).with(SignedIn.as(filing.citizen(person))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    /** What the code on a certificate leads to. */
    static String code(String certificate) {
        return PdfText.code(certificate);
    }
}
