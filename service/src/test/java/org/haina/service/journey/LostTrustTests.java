package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.journey.LaterPaperCases.CLERK;
import static org.haina.service.journey.LaterPaperCases.PAPER;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.util.Map;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.keys.CaseNumber;
import org.haina.service.procedure.CaseActs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Who has lost trust may prove, not promise; nobody else is looked up, and nothing else hangs on it. */
@ServiceTest
class LostTrustTests {

    private static final String ACCEPT = "{\"outcome\":\"accept\"}";

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    TrustCases trust;

    @Autowired
    LicenceChanges changes;

    @Autowired
    LaterPaperCases later;

    @Autowired
    ReissueCases reissues;

    @Autowired
    Cases cases;

    @Autowired
    CaseActs acts;

    @Autowired
    MovableClock time;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void who_promises_is_looked_up_once_and_reads_who_looked_and_why() throws Exception {
        TestPerson person = later.organiser();

        CaseNumber number = later.filed(person);
        trust.answered(number);

        assertThat(trust.asked(number)).singleElement().satisfies(entry -> {
            assertThat(entry.query()).isEqualTo("person-standing");
            assertThat(entry.purpose()).contains("核对能否适用书面承诺");
        });
        assertThat(trust.barred(number, CLERK)).isEmpty();
        assertThat(trust.desk(number, CLERK)).contains("个人失信信息查询", "没有失信记录");
        assertThat(trust.own(number, person, "/looks")).contains("公共信用信息平台", "个人失信信息查询，用途：核对能否适用书面承诺");
        new TestDesk(web, json, filing, cases).work(number, CLERK, ACCEPT);
        assertThat(cases.get(number).acceptedAt()).isPresent();
    }

    @Test
    void who_promises_nothing_is_not_looked_up() throws Exception {
        TestPerson person = trust.distrusted();
        CaseNumber first = changes.licensed(person);
        CaseNumber proved = changes.number(changes.apply(changes.proved(person, changes.licence(first)), person));
        changes.work(proved, TestDesk.CLERK, ACCEPT);
        changes.await(proved, CaseStatus.REVIEWING);
        CaseNumber qualification = filing.filed(trust.distrusted());
        changes.work(qualification, TestDesk.CLERK, ACCEPT);
        changes.await(qualification, CaseStatus.REVIEWING);
        String certificate = ReissueCases.number();
        TestPerson holder = reissues.holder(certificate);
        CaseNumber reissue = reissues.filed(holder, certificate, reissues.proved(holder));

        for (CaseNumber number : new CaseNumber[] {first, proved, qualification, reissue}) {
            assertThat(trust.asked(number)).as(number.value()).isEmpty();
        }
    }

    @Test
    void an_approval_cannot_rest_on_the_word_of_who_has_lost_trust_but_on_proof() throws Exception {
        TestPerson person = trust.distrusted();
        String licence = changes.licence(changes.licensed(person));
        CaseNumber number = changes.number(changes.apply(changes.promised(person, licence), person));
        trust.answered(number);

        assertThat(trust.barred(number, TestDesk.CLERK)).containsOnlyKeys("accept");
        assertThat(trust.barred(number, TestDesk.CLERK).get("accept")).contains("失信信息", "补正");
        assertThat(trust.desk(number, TestDesk.CLERK)).contains("有失信记录，须人工核实", "示罚〔2025〕第7号");
        assertThat(trust.told(number, "公共信用信息平台有申请人的失信信息"))
                .hasValueSatisfying(words -> assertThat(words).contains("这次申请不受影响", "提出异议", "《上海市社会信用条例》"));
        assertThat(cases.get(number).status()).as("nothing was refused").isEqualTo(CaseStatus.RECEIVED);

        changes.work(
                number,
                TestDesk.CLERK,
                "{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"/route\",\"text\":\"请改走一般程序\"},"
                        + "{\"material\":\"proof\",\"text\":\"请提交证明材料\"}]}");
        trust.correct(number, person, Map.of("route", "ordinary"), "proof");

        assertThat(trust.barred(number, TestDesk.CLERK)).doesNotContainKey("accept");
        changes.work(number, TestDesk.CLERK, ACCEPT);
        changes.await(number, CaseStatus.REVIEWING);
        assertThat(trust.desk(number, TestDesk.REVIEWER)).doesNotContain("有失信记录，须人工核实", "示罚〔2025〕第7号");
        changes.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\"}");
        changes.work(number, TestDesk.DECIDER, "{\"outcome\":\"granted\"}");
        changes.await(number, CaseStatus.GRANTED);
        assertThat(trust.own(number, person, "/looks")).contains("公共信用信息平台");
    }

    @Test
    void a_case_deemed_accepted_on_a_promise_nobody_relies_on_goes_the_ordinary_way() throws Exception {
        TestPerson person = trust.distrusted();
        String licence = changes.licence(changes.licensed(person));
        CaseNumber number = changes.number(changes.apply(changes.promised(person, licence), person));
        trust.answered(number);

        time.set(LocalDateTime.of(2026, 12, 1, 9, 0));
        changes.await(number, CaseStatus.REVIEWING);

        assertThat(cases.timeline(number)).extracting(TimelineEntry::kind).contains("DEEM_ACCEPTED");
        assertThat(trust.desk(number, TestDesk.REVIEWER)).contains("有失信记录，须人工核实");
        changes.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\"}");
        assertThat(trust.barred(number, TestDesk.DECIDER))
                .as("silence of the organ makes no word good")
                .containsOnlyKeys("granted");
        assertThat(trust.barred(number, TestDesk.DECIDER).get("granted")).contains("承诺", "核实信用信息");

        acts.perform(number, "credit-check", Map.of("outcome", "trusted", "how", "看了信用修复决定书，已经修复"), TestDesk.CLERK);
        assertThat(trust.barred(number, TestDesk.DECIDER)).isEmpty();
        changes.work(number, TestDesk.DECIDER, "{\"outcome\":\"granted\"}");
        changes.await(number, CaseStatus.GRANTED);
    }

    @Test
    void a_case_deemed_accepted_without_a_paper_is_granted_once_the_paper_is_there() throws Exception {
        TestPerson person = trust.distrusted();
        CaseNumber number = later.filed(person);
        trust.answered(number);
        time.set(LocalDateTime.of(2026, 12, 1, 9, 0));
        changes.await(number, CaseStatus.REVIEWING);

        trust.correct(number, person, Map.of(), PAPER);
        later.examined(number);

        assertThat(cases.timeline(number)).extracting(TimelineEntry::kind).contains("DEEM_ACCEPTED");
        assertThat(trust.barred(number, LaterPaperCases.DECIDER)).isEmpty();
    }

    @Test
    void a_paper_cannot_follow_later_and_is_handed_in_instead() throws Exception {
        TestPerson person = trust.distrusted();
        CaseNumber number = later.filed(person);
        trust.answered(number);
        assertThat(trust.barred(number, CLERK)).containsOnlyKeys("accept");
        TestDesk desk = new TestDesk(web, json, filing, cases);

        desk.work(number, CLERK, "{\"outcome\":\"correct\",\"marks\":[{\"material\":\"staff\",\"text\":\"请提交\"}]}");
        trust.correct(number, person, Map.of(), PAPER);
        desk.work(number, CLERK, ACCEPT);

        desk.await(number, CaseStatus.REVIEWING);
        assertThat(trust.asked(number)).hasSize(1);
    }

    @Test
    void a_proof_is_replaced_by_the_word_of_whom_nothing_is_known_against() throws Exception {
        String certificate = ReissueCases.number();
        TestPerson holder = reissues.holder(certificate);

        CaseNumber number = reissues.filed(holder, certificate, reissues.promised(holder));
        trust.answered(number);

        assertThat(trust.asked(number)).hasSize(1);
        assertThat(trust.barred(number, TestDesk.CLERK)).isEmpty();
    }

    @Test
    void a_person_who_finds_the_entry_repaired_lets_the_promise_stand() throws Exception {
        TestPerson person = trust.distrusted();
        String licence = changes.licence(changes.licensed(person));
        CaseNumber number = changes.number(changes.apply(changes.promised(person, licence), person));
        trust.answered(number);

        acts.perform(number, "credit-check", Map.of("outcome", "trusted", "how", "看了信用修复决定书，已经修复"), TestDesk.CLERK);

        assertThat(trust.barred(number, TestDesk.CLERK)).isEmpty();
        assertThat(trust.told(number, "信用信息已核实：可以适用承诺"))
                .hasValueSatisfying(words -> assertThat(words).contains("信用修复决定书"));
        changes.work(number, TestDesk.CLERK, ACCEPT);
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.DECIDING);
    }

    @Test
    void an_organisation_is_looked_up_by_its_code_and_its_agent_is_not() throws Exception {
        TestPerson agent = trust.distrusted();
        CaseNumber clean = organisation(agent, "海纳示范公益进修中心", "52319999MJ1FT0054K", "吴示公");
        CaseNumber company = organisation(agent, "海纳示范文化传播有限公司", "91319999MA1FT0078G", "郑示信");

        assertThat(trust.barred(clean, TestDesk.CLERK)).isEmpty();
        assertThat(trust.barred(company, TestDesk.CLERK)).containsOnlyKeys("accept");
        assertThat(trust.desk(company, TestDesk.CLERK)).contains("单位失信信息查询", "海示罚〔2025〕第0001号");
        assertThat(trust.asked(clean)).extracting(entry -> entry.query()).containsExactly("organisation-standing");
    }

    /** Holds a licence, and its agent, who may, promises for it. */
    private CaseNumber organisation(TestPerson agent, String name, String code, String representative)
            throws Exception {
        trust.empower(agent, name, code, "training-licence", LicenceChanges.ITEM.value());
        CaseNumber first = changes.licensed(
                agent, LicenceChanges.forOrganisation(changes.licence(agent), name, code, representative));
        CaseNumber number = changes.number(changes.apply(
                LicenceChanges.forOrganisation(
                        changes.promised(agent, changes.licence(first)), name, code, representative),
                agent));
        trust.answered(number);
        return number;
    }
}
