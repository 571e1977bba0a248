package org.haina.service.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.audit.AuditFilter;
import org.haina.service.audit.AuditTrail;
import org.haina.service.closing.Withdrawals;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Each test has a day of its own, on which nothing else was issued. */
@ServiceTest
class PrintingPageTests {

    private static final AtomicInteger DAYS = new AtomicInteger();
    private static final Caller.Official CLERK = TestDesk.CLERK;

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    Documents documents;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    private LocalDate day;
    private CaseNumber number;
    private List<CaseDocument> issued;

    /** A receipt voucher, and a confirmation of the withdrawal one minute later. */
    @BeforeEach
    void twoDocuments() {
        day = LocalDate.of(2031, 3, 1).plusDays(DAYS.getAndIncrement());
        TestPerson person = TestPerson.unknown();
        number = filing.filed(person);
        withdrawals.withdraw(number, filing.citizen(person), "改为申请初级中学教师资格");
        documents.receipt(number);
        issued = documents.of(number);
        assertThat(issued).hasSize(2);
        for (CaseDocument document : issued) {
            int minute = document.type().name().equals("RECEIPT_VOUCHER") ? 0 : 1;
            jdbc.sql("update document set issued_at = :at where id = :id")
                    .param(
                            "at",
                            Timestamp.from(day.atTime(9, minute)
                                    .atZone(ZoneId.of("Asia/Shanghai"))
                                    .toInstant()))
                    .param("id", document.id())
                    .update();
        }
        issued = documents.of(number);
    }

    @Test
    void the_list_has_the_documents_of_the_day_and_of_the_kind_asked_for() throws Exception {
        Document all = page(get("/desk/printing?day=" + day), CLERK, 200);
        Document receipts = page(get("/desk/printing?type=RECEIPT_VOUCHER&day=" + day), CLERK, 200);

        assertThat(all.select("tbody tr")).hasSize(2);
        assertThat(all.select("tbody tr").get(0).text())
                .contains("收件凭证", issued.get(0).number(), number.value(), "*", "09:00");
        assertThat(all.select("tbody tr").get(1).text()).contains("撤回申请确认书");
        assertThat(receipts.select("tbody tr")).hasSize(1);
        assertThat(all.select(".rail a[aria-current]").text()).isEqualTo("批量打印");
    }

    @Test
    void a_day_without_documents_says_so_and_what_is_no_day_is_today() throws Exception {
        assertThat(page(get("/desk/printing?day=2031-01-01"), CLERK, 200)
                        .select(".empty")
                        .text())
                .contains("2031年1月1日没有制发文书");
        assertThat(page(get("/desk/printing?type=nonsense&after=x&day=2031-13-01"), CLERK, 200)
                        .select("#p-day")
                        .attr("value"))
                .startsWith("2026-");
    }

    @Test
    void other_organs_do_not_see_them_and_cannot_print_them() throws Exception {
        Caller.Official other = SignedIn.clerk("310104");

        assertThat(page(get("/desk/printing?day=" + day), other, 200).select("tbody tr"))
                .isEmpty();
        page(print(issued.get(0).id()), other, 404);
        page(print(UUID.randomUUID()), CLERK, 404);
        page(get("/desk/printing"), SignedIn.city(Role.AUDITOR), 403);
        assertThat(printed()).isEmpty();
    }

    @Test
    void what_was_chosen_comes_as_one_file_in_order_and_each_document_is_in_the_log() throws Exception {
        byte[] pdf = content(print(issued.get(1).id(), issued.get(0).id()));

        try (var joined = Loader.loadPDF(pdf)) {
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            assertThat(first.getText(joined).replaceAll("\\s", "")).contains("收件凭证");
            String last = secondDocument(joined);
            assertThat(last).contains("撤回申请确认书");
        }
        assertThat(printed())
                .containsExactlyInAnyOrder(
                        "document:" + issued.get(0).id(),
                        "document:" + issued.get(1).id());
    }

    @Test
    void all_of_the_day_and_kind_are_printed_without_ticking() throws Exception {
        content(post("/desk/printing")
                .param("day", day.toString())
                .param("type", "RECEIPT_VOUCHER")
                .param("which", "all")
                .with(csrf()));

        assertThat(printed()).containsExactly("document:" + issued.get(0).id());
    }

    @Test
    void none_chosen_and_too_many_are_told_and_the_choice_stays() throws Exception {
        Document none = page(post("/desk/printing").param("day", day.toString()).with(csrf()), CLERK, 422);
        MockHttpServletRequestBuilder many = print(issued.get(0).id());
        IntStream.range(0, 200)
                .forEach(i -> many.param("document", UUID.randomUUID().toString()));
        Document refused = page(many, CLERK, 422);

        assertThat(none.select("[role=alert]").text()).contains("没有选择文书");
        assertThat(none.select("tbody tr")).hasSize(2);
        assertThat(refused.select("[role=alert]").text()).contains("一次最多打印 200 份文书");
        assertThat(refused.select("input[checked]").eachAttr("value"))
                .containsExactly(issued.get(0).id().toString());
        assertThat(printed()).isEmpty();
    }

    @Test
    void the_next_page_begins_behind_the_last_line() throws Exception {
        Document rest =
                page(get("/desk/printing?day=" + day + "&after=" + issued.get(0).id()), CLERK, 200);

        assertThat(rest.select("tbody input").eachAttr("value"))
                .containsExactly(issued.get(1).id().toString());
    }

    private static String secondDocument(org.apache.pdfbox.pdmodel.PDDocument joined) throws Exception {
        PDFTextStripper rest = new PDFTextStripper();
        rest.setStartPage(3);
        assertThat(joined.getNumberOfPages()).isGreaterThanOrEqualTo(3);
        return rest.getText(joined).replaceAll("\\s", "");
    }

    private MockHttpServletRequestBuilder print(UUID... ids) {
        MockHttpServletRequestBuilder request =
                post("/desk/printing").param("day", day.toString()).with(csrf());
        for (UUID id : ids) {
            request.param("document", id.toString());
        }
        return request;
    }

    private byte[] content(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(SignedIn.as(CLERK)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private Set<String> printed() {
        return trail.page(AuditFilter.ofCase(number), OptionalLong.empty()).rows().stream()
                .filter(row -> row.action().equals("document.printed"))
                .map(row -> row.subject())
                .collect(Collectors.toSet());
    }

    private Document page(MockHttpServletRequestBuilder request, Caller caller, int expected) throws Exception {
        return Jsoup.parse(web.perform(request.with(SignedIn.as(caller)))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
