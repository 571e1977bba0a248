package org.haina.service.journey;

import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.applications.Submission;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.catalog.Catalog;
import org.haina.service.deferrals.DeferralText;
import org.haina.service.deferrals.Deferrals;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.procedure.CaseActs;
import org.haina.service.uploads.HostileFiles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.annotation.Lazy;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Cases of a citizen who sets up a school and brings the qualifications of the staff after the acceptance. */
@Lazy
@Component
public class LaterPaperCases {

    static final ItemKey ITEM = new ItemKey("training-licence");
    /** Key of the paper. */
    public static final String PAPER = "staff";

    static final String TITLE = "校长、教师、财会人员的资格证明";
    static final Official CLERK = SignedIn.clerk("310104");
    static final Official REVIEWER = SignedIn.reviewer("310104");
    static final Official SECOND = SignedIn.official("second.310104", "310104", Role.REVIEWER);
    static final Official DECIDER = SignedIn.decider("310104");

    private final MockMvc web;
    private final Filing filing;
    private final Cases cases;
    private final Catalog catalog;
    private final Deferrals deferrals;
    private final Documents documents;
    private final CaseActs acts;
    private final SandboxServer sandbox;
    private final ObjectMapper json;
    private final TestDesk desk;

    LaterPaperCases(
            MockMvc web,
            ObjectMapper json,
            Filing filing,
            Cases cases,
            Catalog catalog,
            Deferrals deferrals,
            Documents documents,
            CaseActs acts,
            SandboxServer sandbox) {
        this.web = web;
        this.json = json;
        this.filing = filing;
        this.cases = cases;
        this.catalog = catalog;
        this.deferrals = deferrals;
        this.documents = documents;
        this.acts = acts;
        this.sandbox = sandbox;
        this.desk = new TestDesk(web, json, filing, cases);
    }

    /** A citizen whom the registers know. */
    public TestPerson organiser() {
        return TestPerson.admitted(sandbox);
    }

    DeferralText text() {
        return deferrals.offered(catalog.current(ITEM), PAPER).orElseThrow();
    }

    ObjectNode answers(TestPerson person) {
        return json.createObjectNode()
                .put("organiserKind", "person")
                .put("idNumber", person.idNumber())
                .put(
                        "birthDate",
                        LocalDate.parse(person.idNumber().substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE)
                                .toString())
                .put("name", person.name())
                .put("phone", "13900000001")
                .put("content", "cultural")
                .put("audience", "adults")
                .put("district", "310104")
                .put("schoolName", "示例区海纳进修学校")
                .put("schoolNature", "for-profit")
                .put("address", "上海市徐汇区示例路40号201室")
                .put("principal", "王示例")
                .put("electronicService", true)
                .put("truthDeclared", true);
    }

    /** Every paper but the one that may follow. */
    List<SuppliedMaterial> mainPapers(TestPerson person) {
        return Stream.of("report", "charter", "assets", "venue")
                .map(key -> new SuppliedMaterial(key, Source.UPLOAD, filing.uploadPdf(filing.citizen(person), key)))
                .toList();
    }

    List<SuppliedMaterial> with(TestPerson person, Source source, String reference) {
        return Stream.concat(mainPapers(person).stream(), Stream.of(new SuppliedMaterial(PAPER, source, reference)))
                .toList();
    }

    Submission submission(TestPerson person, List<SuppliedMaterial> materials) {
        return filing.submission(person, UUID.randomUUID().toString(), ITEM.value(), answers(person), materials);
    }

    /** Received, with the promise for later. */
    public CaseNumber filed(TestPerson person) {
        return filing.filed(person, ITEM.value(), answers(person), with(person, Source.DEFERRED, text().hash()));
    }

    /** Accepted, the visit made, waiting for the reviewer. */
    public CaseNumber accepted(TestPerson person) throws Exception {
        CaseNumber number = filed(person);
        desk.work(number, CLERK, "{\"outcome\":\"accept\"}");
        desk.await(number, CaseStatus.REVIEWING);
        return number;
    }

    /** From the visit to the decider's desk. */
    void examined(CaseNumber number) throws Exception {
        desk.work(number, REVIEWER, "{\"outcome\":\"fit\",\"opinion\":\"两人到场查看教室和消防设施\"}");
        desk.work(number, SECOND, "{\"outcome\":\"confirmed\"}");
        desk.work(number, REVIEWER, "{\"outcome\":\"approve\"}");
    }

    /** Brings the paper on the page. */
    public ResultActions supply(CaseNumber number, TestPerson person) throws Exception {
        return supply(number, person, "staff.pdf", HostileFiles.pdf());
    }

    ResultActions supply(CaseNumber number, TestPerson person, String name, byte[] content) throws Exception {
        return web.perform(multipart("/cases/" + number + "/later/" + PAPER)
                .file(new MockMultipartFile("file", name, "application/pdf", content))
                .with(csrf())
                .with(SignedIn.as(filing.citizen(person))));
    }

    void check(CaseNumber number, String outcome, String why) {
        acts.perform(number, "deferred-paper", Map.of("material", PAPER, "outcome", outcome, "opinion", why), REVIEWER);
    }

    Document page(String address, TestPerson person) throws Exception {
        return Jsoup.parse(web.perform(get(address).with(SignedIn.as(filing.citizen(person))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    String desk(CaseNumber number, Official official) throws Exception {
        return Jsoup.parse(web.perform(get("/desk/cases/" + number).with(SignedIn.as(official)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .text();
    }

    /** Words of the one letter of this kind, without white space. */
    String letter(CaseNumber number, DocumentType type, TestPerson person) throws Exception {
        CaseDocument letter = found(number, type).orElseThrow();
        return PdfText.of(web.perform(get("/cases/" + number + "/documents/" + letter.id())
                                .with(SignedIn.as(filing.citizen(person))))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .replaceAll("\\s", "");
    }

    Optional<CaseDocument> found(CaseNumber number, DocumentType type) {
        return documents.of(number).stream().filter(one -> one.type() == type).findFirst();
    }
}
