package org.haina.service.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What officials see of answers that do not simply confirm, and that only people conclude something from them. */
@ServiceTest
class RegisterAnswersTests {

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    FiledCases filed;

    @Autowired
    Cases cases;

    @Autowired
    WorkItems items;

    @Autowired
    Documents documents;

    @Autowired
    SandboxServer sandbox;

    @Test
    void an_answer_that_differs_from_what_was_declared_is_marked_beside_it_and_in_the_register_s_row()
            throws Exception {
        TestPerson person = TestPerson.unknown();
        ObjectNode diploma = (ObjectNode) person.raw().get("diploma");
        diploma.put("major", "小学教育");
        person.admit(sandbox);
        diploma.put("major", "汉语言文学");

        Document page = page(filed.reviewing(person, TestDesk.CLERK));

        Element major = page.select("table.answers tr:has(th:matchesOwn(所学专业))").get(0);
        assertThat(major.hasClass("differs")).isTrue();
        assertThat(major.select("td[data-label=申请人填写]").text()).isEqualTo("汉语言文学");
        assertThat(major.select("td[data-label=部门核验] strong").text()).isEqualTo("不一致：");
        assertThat(major.select("td[data-label=部门核验]").text()).contains("小学教育");
        assertThat(major.select(".agree")).isEmpty();
        assertThat(page.select("tr.differs")).hasSize(1);
        assertThat(page.select("tr:not(.differs) td[data-label=部门核验] .agree")).isNotEmpty();

        Elements diplomas = page.select("table.answers tr:has(td strong:contains(与申请不一致))");
        assertThat(diplomas).hasSize(1);
        assertThat(diplomas.select("td div:has(strong)").text()).isEqualTo("专业：小学教育（与申请不一致）");
        assertThat(diplomas.select(".chip").hasClass("chip-red")).isTrue();
    }

    @Test
    void codes_of_a_register_are_shown_as_words() throws Exception {
        Document page = page(filed.reviewing(TestPerson.admitted(sandbox), TestDesk.CLERK));

        assertThat(page.select("table.answers td div:contains(民族)").text())
                .contains("民族：汉族")
                .doesNotContain("民族：01");
    }

    @Test
    void a_criminal_record_never_decides_by_itself_a_person_reviews_and_a_person_decides() throws Exception {
        TestPerson person = TestPerson.unknown();
        ((ObjectNode) person.raw().get("publicSecurity")).put("noCrime", "record-found");
        CaseNumber number = filed.reviewing(person.admit(sandbox), TestDesk.CLERK);

        assertThat(items.openFor(number, TestDesk.REVIEWER).map(WorkItem::taskKey))
                .contains("Task_ReviewApplication");
        Elements record = page(number).select("table.answers tr:has(.chip:contains(有记录，须人工核查))");
        assertThat(record).hasSize(1);
        assertThat(record.select(".chip").hasClass("chip-red")).isTrue();
        assertThat(documents.of(number))
                .extracting(CaseDocument::type)
                .doesNotContain(DocumentType.DECISION_REFUSED, DocumentType.DECISION_GRANTED);
        assertThat(items.advice(filed.claimed(number, TestDesk.REVIEWER)).barred())
                .as("neither outcome is taken from the person")
                .isEmpty();

        TestDesk desk = new TestDesk(web, json, filing, cases);
        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"记录系治安处罚，不属于法定限制情形\"}");
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.DECIDING);
        desk.work(number, TestDesk.DECIDER, "{\"outcome\":\"granted\",\"opinion\":\"经核查不属于限制情形\"}");

        desk.await(number, CaseStatus.GRANTED);
        assertThat(cases.timeline(number))
                .filteredOn(
                        entry -> entry.kind().equals("PROPOSE") || entry.kind().equals("GRANT"))
                .extracting(TimelineEntry::by)
                .hasSize(2)
                .doesNotContain("系统");
    }

    private Document page(CaseNumber number) throws Exception {
        return Jsoup.parse(
                filed.page(number, TestDesk.REVIEWER).andReturn().getResponse().getContentAsString());
    }
}
