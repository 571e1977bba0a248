package org.haina.service.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.closing.Withdrawals;
import org.haina.service.files.FileId;
import org.haina.service.files.Files;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@ServiceTest
class PrintedDocumentsTests {

    private static final String REFUSE =
            "{\"outcome\":\"refuse\",\"reasons\":[\"false-papers\"],\"opinion\":\"学历证书系伪造\"}";
    private static final String CORRECT =
            "{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"/major\",\"text\":\"专业与学历证书不一致\"},"
                    + "{\"material\":\"photo\",\"text\":\"照片背景不是白色\"}]}";

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    Documents documents;

    @Autowired
    DocumentPrinter printer;

    @Autowired
    DocumentSweep sweep;

    @Autowired
    MovableClock clock;

    @Autowired
    LimitWords limits;

    @Autowired
    Catalog catalog;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    Files files;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SandboxServer sandbox;

    private TestDesk desk;

    @BeforeEach
    void setUp() {
        desk = new TestDesk(web, json, filing, cases);
    }

    @Test
    void every_kind_of_document_of_the_ordinary_way_prints_from_a_real_case() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        CaseNumber granted = desk.decided(person, "granted");
        CaseNumber refused = desk.decided(TestPerson.admitted(sandbox), "refused");
        CaseNumber corrected = filing.filed(TestPerson.unknown());
        desk.work(corrected, TestDesk.CLERK, CORRECT);
        CaseNumber notAccepted = filing.filed(TestPerson.unknown());
        desk.work(notAccepted, TestDesk.CLERK, REFUSE);
        TestPerson leaving = TestPerson.unknown();
        CaseNumber withdrawn = filing.filed(leaving);
        withdrawals.withdraw(withdrawn, filing.citizen(leaving), "改为申请初级中学教师资格");

        String receipt = text(documents.receipt(granted));
        String acceptance = text(find(granted, DocumentType.ACCEPTANCE_NOTICE));
        String refusal = text(find(refused, DocumentType.DECISION_REFUSED));

        assertThat(receipt)
                .contains(person.name(), granted.value(), "海纳示范黄浦区教育局", "2026年11月30日", "承诺最迟在2026年12月31日", "申请人上传");
        assertThat(acceptance).contains("第三十二条第一款第五项", "2026年11月23日", "本轮受理期限终止之日（2026年12月11日）");
        assertThat(refusal).contains("不予认定决定书", "申请人提交的学历证书不是本人的", "小学教师资格", "海纳示范黄浦区人民政府", "行政复议", "海纳示范黄浦区人民法院");
        assertThat(text(find(granted, DocumentType.DECISION_GRANTED))).contains("予以认定决定书", person.name());
        assertThat(text(find(corrected, DocumentType.ONE_TIME_NOTICE)))
                .contains("专业与学历证书不一致", "照片背景不是白色", "2026年12月11日");
        assertThat(text(find(notAccepted, DocumentType.REFUSAL_TO_ACCEPT))).contains("提交的材料不真实", "学历证书系伪造", "第三十一条");
        assertThat(text(find(withdrawn, DocumentType.WITHDRAWAL_CONFIRMATION))).contains("改为申请初级中学教师资格");
        assertThat(kinds(granted, refused, corrected, notAccepted, withdrawn))
                .isEqualTo(EnumSet.range(DocumentType.RECEIPT_VOUCHER, DocumentType.WITHDRAWAL_CONFIRMATION));
    }

    @Test
    void a_refusal_for_a_condition_that_is_not_met_names_it_and_cites_its_clause_alone() throws Exception {
        TestPerson person = TestPerson.unknown();
        ((ObjectNode) person.raw().get("mandarin")).put("grade", "三级甲等");

        String refusal = text(find(desk.decided(person.admit(sandbox), "refused"), DocumentType.DECISION_REFUSED));

        assertThat(refusal).contains("应当达到二级甲等以上", "实施办法》第八条第二项").doesNotContain("第十四条");
    }

    @Test
    void an_acceptance_notice_names_the_promised_day() throws Exception {
        CaseNumber number = filing.filed(TestPerson.unknown());
        desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");

        String notice = text(find(number, DocumentType.ACCEPTANCE_NOTICE));

        assertThat(notice).contains("承诺办结日期2026年12月31日");
    }

    @Test
    void a_day_that_rests_on_a_year_without_official_calendar_says_so() {
        CaseFile file = cases.get(filing.filed(TestPerson.unknown()));
        CaseFile late = new CaseFile(
                file.number(),
                file.item(),
                file.itemVersion(),
                file.status(),
                file.district(),
                file.org(),
                file.participants(),
                file.turn(),
                file.applicant(),
                file.agent(),
                file.filedBy(),
                file.channel(),
                file.data(),
                file.processInstance(),
                Instant.parse("2026-12-29T02:00:00Z"),
                file.acceptedAt(),
                file.decidedAt(),
                file.closedAt(),
                file.version(),
                file.supervised(),
                file.barred());
        ObjectNode now = json.createObjectNode();
        ObjectNode then = json.createObjectNode();

        limits.addTo(now, file, catalog.version(file.itemVersion()).definition());
        limits.addTo(then, late, catalog.version(file.itemVersion()).definition());

        assertThat(now.at("/notice/dueOn").asText()).isEqualTo("2026年11月30日");
        assertThat(then.at("/notice/dueOn").asText()).startsWith("2027年1月").contains("暂定");
    }

    @Test
    void the_sweep_issues_and_prints_vouchers_that_nobody_asked_for() {
        CaseNumber number = filing.filed(TestPerson.unknown());

        TestDesk.await("a printed voucher", 300, () -> {
            sweep.run();
            return jdbc.sql("select count(*) from document where case_number = :number and file_id is not null")
                            .param("number", number.value())
                            .query(Integer.class)
                            .single()
                    == 1;
        });

        assertThat(documents.of(number)).extracting(CaseDocument::type).containsExactly(DocumentType.RECEIPT_VOUCHER);
    }

    @Test
    void a_character_kept_before_anybody_looked_at_it_stops_no_letter() throws Exception {
        CaseNumber number = filing.filed(TestPerson.unknown());
        ObjectNode content = json.createObjectNode();
        content.putObject("withdrawal")
                .put("requestedAt", "2026年11月23日")
                .put("effectiveAt", "2026年11月23日")
                .put("reason", "不想办了😀\r\n以后\t再申请")
                .put("materials", "不再使用");

        CaseDocument letter = documents.issue(number, DocumentType.WITHDRAWAL_CONFIRMATION, content);

        assertThat(text(letter)).contains("不想办了〓以后再申请");
    }

    @Test
    void a_document_is_printed_once_and_only_for_those_who_may_see_the_case() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = filing.filed(person);
        CaseNumber other = filing.filed(TestPerson.unknown());
        String url = "/cases/" + number + "/documents/";
        String id = documents.receipt(number).id().toString();

        web.perform(get(url + "receipt-voucher").with(SignedIn.as(filing.citizen(person))))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", org.hamcrest.Matchers.startsWith("sandbox")))
                .andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment")));
        web.perform(get(url + id).with(SignedIn.as(TestDesk.CLERK))).andExpect(status().isOk());
        web.perform(get(url + id).with(SignedIn.as(filing.citizen(TestPerson.unknown()))))
                .andExpect(status().isNotFound());
        web.perform(get(url + id).with(SignedIn.as(SignedIn.clerk("310104")))).andExpect(status().isNotFound());
        web.perform(get("/cases/" + other + "/documents/" + id).with(SignedIn.as(TestDesk.CLERK)))
                .andExpect(status().isNotFound());
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'document.read' and case_number = :number")
                        .param("number", number.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(printer.file(documents.receipt(number).id()))
                .isEqualTo(printer.file(documents.receipt(number).id()));
    }

    @Test
    void a_case_the_sweep_did_not_get_to_for_hours_still_has_its_receipt() {
        CaseNumber number = filing.filed(TestPerson.unknown());
        clock.advance(Duration.ofHours(3));
        try {
            TestDesk.await("the receipt", () -> {
                sweep.run();
                return kinds(number).contains(DocumentType.RECEIPT_VOUCHER);
            });
        } finally {
            clock.set(MovableClock.START);
        }
    }

    private CaseDocument find(CaseNumber number, DocumentType type) {
        return documents.of(number).stream()
                .filter(document -> document.type() == type)
                .findFirst()
                .orElseThrow();
    }

    private Set<DocumentType> kinds(CaseNumber... numbers) {
        return java.util.Arrays.stream(numbers)
                .flatMap(number -> documents.of(number).stream())
                .map(CaseDocument::type)
                .collect(Collectors.toSet());
    }

    private String text(CaseDocument document) throws Exception {
        FileId file = printer.file(document.id());
        try (var pdf = Loader.loadPDF(files.open(file).orElseThrow())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        }
    }
}
