package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.List;
import java.util.Map;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.ServiceTest;
import org.haina.service.Steering;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.checks.CaseCheck;
import org.haina.service.checks.Checks;
import org.haina.service.decisions.Eligibility;
import org.haina.service.institutions.LegalRegistration;
import org.haina.service.institutions.LegalRegistrations;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.OutboundLedger;
import org.haina.service.procedure.CaseActs;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What civil affairs keeps: organisers whose code begins with 5, and schools that are not run for profit. */
@ServiceTest
class SocietyLicenceTests {

    private static final String SOCIETY = "海纳示范公益进修中心";
    private static final String CODE = "52319999MJ1FT0054K";
    private static final String SCHOOL_CODE = "52319999MJ1FT0062E";

    @Autowired
    MockMvc web;

    @Autowired
    LicenceChanges changes;

    @Autowired
    TrustCases trust;

    @Autowired
    Cases cases;

    @Autowired
    Checks checks;

    @Autowired
    Eligibility eligibility;

    @Autowired
    CaseActs acts;

    @Autowired
    LegalRegistrations registrations;

    @Autowired
    OutboundLedger ledger;

    @Autowired
    WorkItems items;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SandboxServer sandbox;

    private TestPerson person;

    @BeforeEach
    void an_agent_of_a_social_organisation() {
        person = changes.organiser();
        trust.empower(person, SOCIETY, CODE, "training-licence");
    }

    @Test
    void an_organiser_is_looked_up_where_its_code_says_and_only_there() throws Exception {
        CaseNumber number = filed();
        changes.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        changes.await(number, CaseStatus.REVIEWING);

        assertThat(checks.of(number)).singleElement().satisfies(check -> {
            assertThat(check.register()).isEqualTo("civil-affairs");
            assertThat(check.isClear()).isTrue();
        });
        assertThat(eligibility.of(number))
                .hasValueSatisfying(reasons -> assertThat(reasons).isEmpty());
        assertThat(registersAsked(number)).contains("civil-affairs").doesNotContain("business-registry", "credit");
    }

    @Test
    void while_civil_affairs_is_down_a_person_looks_and_the_question_stays_open() throws Exception {
        try (Steering register = Steering.of(sandbox, "civil-affairs").to("down")) {
            CaseNumber number = filed();
            changes.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
            TestDesk.losePatience(jdbc, number, 1);
            TestDesk.await("the manual check of " + number, () -> items.openFor(number, TestDesk.REVIEWER)
                    .map(WorkItem::taskKey)
                    .filter("Task_CheckManually"::equals)
                    .isPresent());

            changes.work(number, TestDesk.REVIEWER, "{\"outcome\":\"passed\",\"opinion\":\"已查看登记证书原件\"}");

            assertThat(cases.get(number).status()).isEqualTo(CaseStatus.REVIEWING);
            register.to("ok");
            TestDesk.await("a late answer", () -> {
                ledger.of(number).stream()
                        .filter(entry -> entry.doneAt() == null)
                        .forEach(entry -> ledger.retry(entry.id(), "operator"));
                return checks.of(number).stream().allMatch(CaseCheck::isClear);
            });
        }
    }

    @Test
    void the_code_of_a_school_that_is_not_run_for_profit_is_confirmed_by_civil_affairs() throws Exception {
        CaseNumber number = changes.licensed(person);
        web.perform(post("/desk/cases/" + number + "/acts/legal-registration")
                        .with(SignedIn.as(TestDesk.CLERK))
                        .with(csrf())
                        .param("uscc", "91319999MA1FT0043X")
                        .param("version", String.valueOf(cases.get(number).version())))
                .andExpect(content().string(containsString("以52开头")));

        told(number, CODE, "登记的不是这所学校");
        told(number, "52319999MJ1FT00971", "民政登记中没有代码");
        registered("有效");
        told(number, SCHOOL_CODE, "学校已登记法人，统一社会信用代码 " + SCHOOL_CODE);

        assertThat(registrations.of(number).orElseThrow().state()).isEqualTo(LegalRegistration.State.REGISTERED);
        assertThat(registersAsked(number)).contains("civil-affairs").doesNotContain("business-registry");
    }

    @Test
    void a_registry_that_stays_silent_leaves_the_registration_open() throws Exception {
        CaseNumber number = changes.licensed(person);
        try (Steering register = Steering.of(sandbox, "civil-affairs").to("fail")) {
            acts.perform(number, "legal-registration", Map.of("uscc", SCHOOL_CODE), TestDesk.CLERK);
            TestDesk.losePatience(jdbc, number, 1);
            TestDesk.await(
                    "no answer",
                    () -> registrations.of(number).orElseThrow().state() == LegalRegistration.State.UNANSWERED);
        }

        assertThat(timeline(number)).anyMatch(words -> words.contains("民政登记没有答复"));
        assertThat(registrations.isAwaited(cases.get(number))).isTrue();
    }

    @Test
    void its_licence_is_renewed_upon_the_word_of_civil_affairs_as_it_was_granted() throws Exception {
        trust.empower(person, SOCIETY, CODE, "training-licence-renewal");
        CaseNumber granted =
                changes.licensed(person, LicenceChanges.forOrganisation(changes.licence(person), SOCIETY, CODE, "吴示公"));
        jdbc.sql("update certificate set valid_until = '2027-01-07' where case_number = ?")
                .param(granted.value())
                .update();

        CaseNumber renewal = changes.number(changes.apply(
                LicenceChanges.forOrganisation(changes.renewal(person, changes.licence(granted)), SOCIETY, CODE, "吴示公"),
                person));
        changes.await(renewal, CaseStatus.GRANTED);

        assertThat(registersAsked(renewal)).contains("civil-affairs").doesNotContain("business-registry");
        assertThat(items.ofCase(renewal)).as("nobody worked on it").isEmpty();
    }

    private void told(CaseNumber number, String code, String words) {
        acts.perform(number, "legal-registration", Map.of("uscc", code), TestDesk.CLERK);
        TestDesk.await(words, () -> timeline(number).stream().anyMatch(entry -> entry.contains(words)));
    }

    private List<String> timeline(CaseNumber number) {
        return cases.timeline(number).stream().map(entry -> entry.label()).toList();
    }

    private List<String> registersAsked(CaseNumber number) {
        return ledger.of(number).stream().map(OutboundLedger.Entry::register).toList();
    }

    private void registered(String status) {
        TestPerson owner = TestPerson.unknown();
        owner.raw()
                .putObject("organisation")
                .put("name", LicenceChanges.SCHOOL)
                .put("uscc", SCHOOL_CODE)
                .put("kind", "民办非企业单位")
                .put("legalRepresentative", "王示例")
                .put("address", "上海市黄浦区示例路40号201室")
                .put("established", "2026-11-23")
                .put("status", status)
                .put("position", "法定代表人")
                .putObject("authority")
                .put("number", "示例〔2026〕1号")
                .put("validFrom", "2026-01-01")
                .put("validUntil", "2027-12-31")
                .putArray("items");
        owner.admit(sandbox);
    }

    private CaseNumber filed() throws Exception {
        return changes.number(
                changes.apply(LicenceChanges.forOrganisation(changes.licence(person), SOCIETY, CODE, "吴示公"), person));
    }
}
