package org.haina.service.journey;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.commitments.Commitments;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.issuance.CertificateEnds;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Citizens of Huangpu who hold the licence of a school, and what they ask to have changed in it. */
@Lazy
@Component
public class LicenceChanges {

    static final ItemKey ITEM = new ItemKey("training-licence-change");
    public static final String SCHOOL = "示例区海纳进修学校";
    static final String RENAMED = "示例区海纳成人进修学校";

    private static final Official SECOND = SignedIn.official("second.310101", "310101", Role.REVIEWER);

    private final MockMvc web;
    private final ObjectMapper json;
    private final Filing filing;
    private final Cases cases;
    private final Catalog catalog;
    private final Commitments commitments;
    private final CertificateEnds certificates;
    private final Documents documents;
    private final SandboxServer sandbox;
    private final TestDesk desk;

    LicenceChanges(
            MockMvc web,
            ObjectMapper json,
            Filing filing,
            Cases cases,
            Catalog catalog,
            Commitments commitments,
            CertificateEnds certificates,
            Documents documents,
            SandboxServer sandbox) {
        this.web = web;
        this.json = json;
        this.filing = filing;
        this.cases = cases;
        this.catalog = catalog;
        this.commitments = commitments;
        this.certificates = certificates;
        this.documents = documents;
        this.sandbox = sandbox;
        this.desk = new TestDesk(web, json, filing, cases);
    }

    public TestPerson organiser() {
        return TestPerson.admitted(sandbox);
    }

    /** An application to set up a school that is not run for profit. */
    ObjectNode licence(TestPerson person) {
        ObjectNode request = request(person, "training-licence", "report", "charter", "assets", "staff", "venue");
        organiser(request, person)
                .put("content", "cultural")
                .put("audience", "adults")
                .put("schoolName", SCHOOL)
                .put("schoolNature", "non-profit")
                .put("address", "上海市黄浦区示例路40号201室")
                .put("principal", "王示例");
        return request;
    }

    /** The case by which this person came to hold a licence. */
    public CaseNumber licensed(TestPerson person) throws Exception {
        return licensed(person, licence(person));
    }

    CaseNumber licensed(TestPerson person, ObjectNode request) throws Exception {
        CaseNumber number = number(apply(request, person));
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        desk.await(number, CaseStatus.REVIEWING);
        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"fit\",\"opinion\":\"两人到场查看\"}");
        desk.work(number, SECOND, "{\"outcome\":\"confirmed\"}");
        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\"}");
        desk.work(number, TestDesk.DECIDER, "{\"outcome\":\"granted\"}");
        desk.await(number, CaseStatus.GRANTED);
        return number;
    }

    /** Number of the licence that a case has issued. */
    public String licence(CaseNumber number) {
        return certificates.numberOf(number).orElseThrow();
    }

    /** A new name and a new head of the school, upon the person's word. */
    public ObjectNode promised(TestPerson person, String licence) {
        ObjectNode request = change(person, licence, "commitment");
        request.withArray("materials")
                .addObject()
                .put("key", "commitment-letter")
                .put("commitment", hash());
        return request;
    }

    /** The same with papers. */
    public ObjectNode proved(TestPerson person, String licence) {
        ObjectNode request = change(person, licence, "ordinary");
        request.withArray("materials")
                .addObject()
                .put("key", "proof")
                .put("file", filing.uploadPdf(filing.citizen(person), "proof"));
        return request;
    }

    private ObjectNode change(TestPerson person, String licence, String route) {
        ObjectNode request = request(person, ITEM.value(), "resolution");
        organiser(request, person)
                .put("licenceNumber", licence)
                .put("change", "both")
                .put("schoolName", RENAMED)
                .put("principal", "李样本")
                .put("reason", "原校长任期届满，学校改名")
                .put("route", route);
        return request;
    }

    String hash() {
        return commitments
                .offered(catalog.current(ITEM), "commitment-letter")
                .orElseThrow()
                .hash();
    }

    /** Accepted and granted upon the promise: nobody reviews. */
    public CaseNumber grantedOnPromise(TestPerson person, String licence) throws Exception {
        CaseNumber number = number(apply(promised(person, licence), person));
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        desk.work(number, TestDesk.DECIDER, "{\"outcome\":\"granted\"}");
        desk.await(number, CaseStatus.GRANTED);
        return number;
    }

    public void work(CaseNumber number, Official official, String completion) throws Exception {
        desk.work(number, official, completion);
    }

    public void await(CaseNumber number, CaseStatus status) {
        desk.await(number, status);
    }

    /** The licence renewed, as the holder would type it. */
    public ObjectNode renewal(TestPerson person, String licence) {
        ObjectNode request = request(person, "training-licence-renewal");
        organiser(request, person).put("licenceNumber", licence);
        return request;
    }

    public ResultActions apply(ObjectNode request, TestPerson person) throws Exception {
        return web.perform(post("/api/v1/cases")
                .with(SignedIn.as(filing.citizen(person)))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(request.toString()));
    }

    public CaseNumber number(ResultActions answer) throws Exception {
        return new CaseNumber(
                body(answer.andExpect(status().isCreated())).path("number").asText());
    }

    public JsonNode body(ResultActions answer) throws Exception {
        return json.readTree(answer.andReturn().getResponse().getContentAsByteArray());
    }

    /** What stands on the certificate of a case, without blanks. */
    public String certificate(CaseNumber number, TestPerson person) throws Exception {
        return PdfText.of(bytes("/cases/" + number + "/certificate", person));
    }

    public String letter(CaseNumber number, DocumentType type, TestPerson person) throws Exception {
        return printed(
                documents.of(number).stream()
                        .filter(document -> document.type() == type)
                        .findFirst()
                        .orElseThrow(),
                person);
    }

    String printed(CaseDocument document, TestPerson person) throws Exception {
        return plain(PdfText.of(bytes("/cases/" + document.caseNumber() + "/documents/" + document.id(), person)));
    }

    public static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }

    private byte[] bytes(String address, TestPerson person) throws Exception {
        return web.perform(get(address).with(SignedIn.as(filing.citizen(person))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private ObjectNode request(TestPerson person, String item, String... papers) {
        ObjectNode request = json.createObjectNode().put("item", item);
        for (String key : papers) {
            request.withArray("materials")
                    .addObject()
                    .put("key", key)
                    .put("file", filing.uploadPdf(filing.citizen(person), key));
        }
        return request;
    }

    /** The same request, made for an organisation by its agent. */
    static ObjectNode forOrganisation(ObjectNode request, String name, String code, String representative) {
        request.putObject("applicant")
                .put("type", "organisation")
                .put("name", name)
                .put("idType", "001")
                .put("idNumber", code);
        ((ObjectNode) request.path("data"))
                .put("organiserKind", "organisation")
                .put("organiserName", name)
                .put("uscc", code)
                .put("representative", representative)
                .remove(List.of("idNumber", "birthDate"));
        return request;
    }

    private static ObjectNode organiser(ObjectNode request, TestPerson person) {
        return request.putObject("data")
                .put("organiserKind", "person")
                .put("name", person.name())
                .put("idNumber", person.idNumber())
                .put("birthDate", person.application().path("birthDate").asText())
                .put("phone", "13900000001")
                .put("district", "310101")
                .put("electronicService", true)
                .put("truthDeclared", true);
    }
}
