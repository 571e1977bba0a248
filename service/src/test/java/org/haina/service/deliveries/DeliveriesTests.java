package org.haina.service.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.edge.Problem;
import org.haina.service.journey.PdfText;
import org.haina.service.keys.CaseNumber;
import org.haina.service.procedure.CaseActs;
import org.haina.service.terminations.ServiceWay;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ServiceTest
class DeliveriesTests {

    private static final Caller.Official CLERK = SignedIn.clerk("310101");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    ObjectMapper json;

    @Autowired
    Cases cases;

    @Autowired
    Documents documents;

    @Autowired
    Deliveries deliveries;

    @Autowired
    CaseActs acts;

    @Test
    void who_did_not_agree_is_served_on_paper_once_with_the_day_and_the_proof() throws Exception {
        CaseNumber number = accepted(false);
        CaseDocument notice = notice(number);
        assertThat(served(number)).doesNotContainKey(notice.id());
        assertThat(row(number, notice).text()).contains("尚未登记", "打印送达回证");
        assertThat(row(number, documents.receipt(number)).text()).endsWith("—");

        acts.perform(number, "record-delivery", answers(notice, TODAY), CLERK);
        acts.perform(number, "record-delivery", answers(notice, TODAY), CLERK);

        assertThat(served(number).get(notice.id()))
                .isEqualTo(new Delivery(notice.id(), Optional.of(ServiceWay.MAIL), TODAY, "王示例", "演示邮件001"));
        assertThat(row(number, notice).text()).contains("2026年11月23日 邮寄送达", "王示例签收", "演示邮件001");
        assertThat(cases.timeline(number).stream()
                        .filter(entry -> entry.kind().equals("DOCUMENT_SERVED"))
                        .map(TimelineEntry::label))
                .containsExactly(notice.title() + "（" + notice.number() + "）于2026年11月23日邮寄送达");
        assertThatThrownBy(() -> acts.perform(
                        number, "record-delivery", with(answers(notice, TODAY), "proof", "演示邮件002"), CLERK))
                .isInstanceOf(Problem.class);
    }

    @Test
    void a_public_notice_serves_when_its_thirty_days_are_over() throws Exception {
        CaseNumber number = accepted(false);
        CaseDocument notice = notice(number);

        acts.perform(number, "record-delivery", with(answers(notice, TODAY), "way", ServiceWay.NOTICE.name()), CLERK);

        assertThat(served(number).get(notice.id()).on()).isEqualTo(LocalDate.of(2026, 12, 23));
        assertThat(cases.timeline(number).stream()
                        .filter(entry -> entry.kind().equals("DOCUMENT_SERVED"))
                        .map(TimelineEntry::label))
                .singleElement()
                .asString()
                .endsWith("于2026年11月23日公告，公告期到2026年12月23日届满即为送达");
    }

    @Test
    void nothing_is_served_before_it_was_written_nor_tomorrow_nor_by_another_organ() throws Exception {
        CaseNumber number = accepted(false);
        CaseDocument notice = notice(number);

        for (LocalDate day : new LocalDate[] {TODAY.minusDays(1), TODAY.plusDays(1)}) {
            assertThatThrownBy(() -> acts.perform(number, "record-delivery", answers(notice, day), CLERK))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                                    problem.getBody().getDetail())
                            .contains("2026年11月23日（文书日期）", "2026年11月23日（今天）"));
        }
        assertThatThrownBy(
                        () -> acts.perform(number, "record-delivery", answers(notice, TODAY), SignedIn.clerk("310104")))
                .isInstanceOf(Problem.class);
        assertThat(served(number)).isEmpty();
    }

    @Test
    void who_agreed_is_served_on_the_page_of_the_case_the_day_it_was_written() throws Exception {
        CaseNumber number = accepted(true);
        CaseDocument notice = notice(number);

        Delivery online = served(number).get(notice.id());
        assertThat(online.on()).isEqualTo(TODAY);
        assertThat(online.label()).isEqualTo("电子送达");
        assertThat(row(number, notice).text()).contains("2026年11月23日 电子送达").doesNotContain("打印送达回证");
        assertThatThrownBy(() -> acts.perform(number, "record-delivery", answers(notice, TODAY), CLERK))
                .isInstanceOf(Problem.class);
    }

    @Test
    void the_proof_of_service_names_document_and_receiver_and_only_who_may_see_the_case_prints_it() throws Exception {
        CaseNumber number = accepted(false);
        CaseDocument notice = notice(number);
        String address = "/desk/cases/%s/documents/%s/proof-of-service".formatted(number, notice.id());

        byte[] pdf = web.perform(get(address).with(SignedIn.as(CLERK)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(PdfText.of(pdf).replaceAll("\\s", ""))
                .contains("送达回证", notice.title(), notice.number(), "受送达人", number.value())
                .doesNotContain("复议和诉讼");
        web.perform(get(address).with(SignedIn.as(SignedIn.clerk("310104")))).andExpect(status().isNotFound());
        web.perform(get("/desk/cases/%s/documents/%s/proof-of-service".formatted(number, UUID.randomUUID()))
                        .with(SignedIn.as(CLERK)))
                .andExpect(status().isNotFound());
    }

    private CaseNumber accepted(boolean online) throws Exception {
        TestPerson person = TestPerson.unknown();
        ObjectNode request = person.disclosureRequest("310101");
        request.put("electronicService", online);
        CaseNumber number = filing.filed(person, "information-disclosure", request);
        new TestDesk(web, json, filing, cases).work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        return number;
    }

    private CaseDocument notice(CaseNumber number) {
        return documents.of(number).stream()
                .filter(document -> document.type() == DocumentType.ACCEPTANCE_NOTICE)
                .findFirst()
                .orElseThrow();
    }

    private Map<UUID, Delivery> served(CaseNumber number) {
        return deliveries.of(cases.get(number), documents.of(number));
    }

    private Element row(CaseNumber number, CaseDocument document) throws Exception {
        Document page = Jsoup.parse(web.perform(get("/desk/cases/" + number).with(SignedIn.as(CLERK)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        return page.select("#documents tbody tr:contains(" + document.number() + ")")
                .first();
    }

    private static Map<String, String> answers(CaseDocument document, LocalDate day) {
        return Map.of(
                "document",
                document.id().toString(),
                "way",
                ServiceWay.MAIL.name(),
                "day",
                day.toString(),
                "receiver",
                "王示例",
                "proof",
                "演示邮件001");
    }

    private static Map<String, String> with(Map<String, String> answers, String key, String value) {
        Map<String, String> changed = new HashMap<>(answers);
        changed.put(key, value);
        return changed;
    }
}
