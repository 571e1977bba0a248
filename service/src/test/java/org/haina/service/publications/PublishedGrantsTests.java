package org.haina.service.publications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.publications.PublicGrants.coded;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.documents.DocumentType;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.haina.service.terminations.Grants;
import org.haina.service.terminations.Grants.Grant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** 准予许可的决定应当公开，公众有权查阅: what becomes public of a grant, and what never does. */
@ServiceTest
class PublishedGrantsTests {

    @Autowired
    PublicGrants published;

    @Autowired
    Grants grants;

    @Autowired
    GrantRegister register;

    @Autowired
    BacklogSweep backlog;

    @Autowired
    Cases cases;

    @Autowired
    Parties parties;

    @Autowired
    Mandates mandates;

    @Autowired
    Filing filing;

    @Autowired
    SandboxServer sandbox;

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_grant_is_read_by_anybody_and_names_no_person() throws Exception {
        Grant grant = grants.granted();
        CaseNumber number = grant.number();
        String decision = published.decision(number);

        JsonNode entry = published.entry(number);

        assertThat(entry.path("holder").asText())
                .isEqualTo(grant.holder().name().substring(0, 1) + "*");
        assertThat(entry.path("organisation").asBoolean(true)).isFalse();
        assertThat(entry.path("organName").asText()).isEqualTo("海纳示范黄浦区教育局");
        assertThat(entry.path("grantedOn").asText()).isEqualTo("2026-11-23");
        assertThat(entry.path("state").asText()).isEqualTo("IN_FORCE");
        assertThat(entry.path("facts").findValuesAsText("value")).containsExactly("小学教师资格", "语文");
        String page = published.page("document=" + coded(decision)).html();
        assertThat(page).contains(decision, "海纳示范黄浦区教育局", "有效");
        String table = published.text("/api/v1/grants.csv?document=" + coded(decision));
        assertThat(table).startsWith("\ufeff\"决定书文号\"").contains("\"" + decision + "\"");
        var application = grant.holder().application();
        for (String shown : new String[] {entry.toString(), page, table}) {
            assertThat(shown)
                    .doesNotContain(
                            grant.holder().name(),
                            grant.holder().idNumber(),
                            number.value(),
                            application.path("phone").asText(),
                            application.path("address").asText(),
                            application.path("birthDate").asText(),
                            cases.get(number).applicant().toString());
        }
    }

    @Test
    void what_was_refused_or_is_not_decided_is_not_published() throws Exception {
        TestDesk desk = new TestDesk(web, json, filing, cases);
        CaseNumber refused = desk.decided(TestPerson.admitted(sandbox), "refused");
        desk.await(refused, CaseStatus.REFUSED);

        assertThat(rows(refused)).isZero();
        assertThat(rows(grants.received())).isZero();
    }

    @Test
    void a_minor_is_left_out_even_masked() throws Exception {
        CaseNumber number = grants.granted().number();
        holder(number, "31999920081124" + "002X");
        jdbc.sql("delete from published_grant where case_number = :number")
                .param("number", number.value())
                .update();
        follow(number);
        assertThat(rows(number)).as("seventeen on the day of the decision").isZero();

        PartyId child = parties.record("516", "H99999779", "陈示甬");
        mandates.grant(
                Mandate.of(
                        Mandate.Kind.GUARDIAN,
                        cases.get(grants.received()).applicant(),
                        child,
                        Optional.empty(),
                        LocalDate.of(2026, 11, 23),
                        LocalDate.of(2030, 11, 22),
                        "监护证明"),
                "test");
        holder(number, child);
        follow(number);
        assertThat(rows(number)).as("of whom only a guardian tells").isZero();

        holder(number, "31999920081123" + "0021");
        follow(number);
        assertThat(published.entry(number).path("holder").asText()).isEqualTo("少*");
    }

    @Test
    void what_a_correction_shows_to_be_a_minor_s_is_read_by_nobody_any_more_and_comes_back_under_the_same_id()
            throws Exception {
        CaseNumber number = grants.granted().number();
        String decision = published.decision(number);
        String id = published.entry(number).path("id").asText();

        holder(number, "31999920081125" + "0044");
        cases.note(number, "NOTED", "身份信息有误", Actor.SYSTEM);

        assertThat(published.entry(number).isMissingNode()).isTrue();
        assertThat(published
                        .page("document=" + coded(decision))
                        .select("article")
                        .text())
                .doesNotContain(decision);
        assertThat(published.text("/api/v1/grants.csv?document=" + coded(decision)))
                .doesNotContain("\"" + decision + "\"");
        assertThat(log(id)).containsExactly("grant.retract");
        holder(number, "31999919900101" + "0037");
        follow(number);
        assertThat(published.entry(number).path("id").asText()).isEqualTo(id);
    }

    @Test
    void what_was_withheld_and_then_retracted_is_not_let_back_in_by_restoring_it() throws Exception {
        CaseNumber number = grants.granted().number();
        UUID id = UUID.fromString(published.entry(number).path("id").asText());
        published.sent(PublicGrants.SUPERVISOR, id, "withhold", Map.of("ground", "PRIVACY", "reason", "涉及个人隐私"));
        holder(number, "31999920081126" + "0066");
        follow(number);

        published.sent(PublicGrants.SUPERVISOR, id, "restore", Map.of("reason", "不再涉及"));

        assertThat(published.entry(number).isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"annulment, ABUSE, annulled, ANNULLED, 已撤销", "revocation, PENALTY, revoked, REVOKED, 已吊销"})
    void a_grant_that_is_annulled_or_revoked_says_so_in_page_and_table_at_once(
            String act, String ground, String outcome, String state, String words) throws Exception {
        Grant grant = grants.granted();
        CaseNumber number = grant.number();
        grants.proposed(number, act, ground);
        grants.sends(grant, grant.holder(), "/statement", "没有异议。").andExpect(status().is3xxRedirection());
        grants.work(number, TestDesk.REVIEWER, "heard", "当事人没有异议。");
        if (act.equals("annulment")) {
            grants.work(number, Grants.LAWYER, "lawful", "程序合法。");
        }
        grants.work(number, TestDesk.DECIDER, outcome, "事实清楚。");

        String query = "document=" + coded(published.decision(number));
        assertThat(published.entry(number).path("state").asText()).isEqualTo(state);
        assertThat(published.page(query).select("article").text()).contains(words);
        assertThat(published.text("/api/v1/grants.csv?" + query)).contains(words);
    }

    @Test
    void an_entry_keeps_the_end_of_the_grant_and_the_number_of_the_letter() throws Exception {
        CaseNumber number = grants.granted().number();
        String id = published.entry(number).path("id").asText();
        grants.proposed(number, "cancellation", "DEATH_OR_INCAPACITY");
        assertThat(published.entry(number).path("state").asText()).isEqualTo("IN_FORCE");

        grants.work(number, TestDesk.DECIDER, "cancelled", "已核对死亡证明。");

        JsonNode entry = published.entry(number);
        assertThat(entry.path("id").asText()).isEqualTo(id);
        assertThat(entry.path("state").asText()).isEqualTo("CANCELLED");
        assertThat(entry.path("endedOn").asText()).isEqualTo("2026-11-23");
        assertThat(entry.path("endedBy").asText())
                .isEqualTo(published.letter(number, DocumentType.CANCELLATION_DECISION));
        assertThat(published
                        .page("document=" + coded(published.decision(number)))
                        .text())
                .contains("已注销", entry.path("endedBy").asText())
                .doesNotContain("死亡");
    }

    @Test
    void the_last_day_of_a_grant_ends_it_without_anybody_doing_anything() throws Exception {
        CaseNumber number = grants.granted().number();
        jdbc.sql("update published_grant set valid_until = :day where case_number = :number")
                .param("day", LocalDate.of(2026, 11, 23))
                .param("number", number.value())
                .update();
        assertThat(published.entry(number).path("state").asText()).isEqualTo("IN_FORCE");

        jdbc.sql("update published_grant set valid_until = :day where case_number = :number")
                .param("day", LocalDate.of(2026, 11, 22))
                .param("number", number.value())
                .update();
        assertThat(published.entry(number).path("state").asText()).isEqualTo("EXPIRED");
    }

    @Test
    void what_was_granted_before_there_was_a_register_is_published_once() throws Exception {
        CaseNumber number = grants.granted().number();
        jdbc.sql("delete from published_grant where case_number = :number")
                .param("number", number.value())
                .update();
        jdbc.sql("insert into published_grant_due (case_number) values (:number)")
                .param("number", number.value())
                .update();

        backlog.run();

        assertThat(published.entry(number).path("state").asText()).isEqualTo("IN_FORCE");
        assertThat(jdbc.sql("select count(*) from published_grant_due where case_number = :number")
                        .param("number", number.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_place_that_is_none_and_a_page_that_is_too_large_are_refused() throws Exception {
        published.asked("/api/v1/grants?after=2026-13-01_x").andExpect(status().isNotFound());
        published.asked("/api/v1/grants?limit=1001").andExpect(status().isBadRequest());
        assertThat(published.page("after=x&holder=" + coded("没有这个单位")).text()).contains("没有符合条件的许可决定");
    }

    private void holder(CaseNumber number, String idNumber) {
        holder(number, parties.record("111", idNumber, "少示例"));
    }

    private void holder(CaseNumber number, PartyId party) {
        jdbc.sql("update case_file set applicant_id = :party where number = :number")
                .param("party", party.value())
                .param("number", number.value())
                .update();
    }

    private List<String> log(String id) {
        return jdbc.sql("select action from audit_entry where subject = :subject order by id")
                .param("subject", "grant:" + id)
                .query(String.class)
                .list();
    }

    private void follow(CaseNumber number) {
        transaction.executeWithoutResult(status -> register.follow(number));
    }

    private int rows(CaseNumber number) {
        return jdbc.sql("select count(*) from published_grant where case_number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }
}
