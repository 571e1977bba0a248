package org.haina.service.publications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.publications.PublicGrants.SUPERVISOR;
import static org.haina.service.publications.PublicGrants.coded;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.journey.LicenceChanges;
import org.haina.service.keys.CaseNumber;
import org.haina.service.terminations.Grants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 不予公开: only a supervisor, only by one of the law's grounds, and never without a trace. */
@ServiceTest
class WithheldGrantsTests {

    private static final Map<String, String> SECRET = Map.of("ground", "TRADE_SECRET", "reason", "申请人提出并经核实");

    @Autowired
    PublicGrants published;

    @Autowired
    Grants grants;

    @Autowired
    LicenceChanges changes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void what_is_withheld_is_found_nowhere_whatever_becomes_of_the_case() throws Exception {
        CaseNumber number = grants.granted().number();
        String decision = published.decision(number);
        UUID id = UUID.fromString(published.entry(number).path("id").asText());

        published.sent(SUPERVISOR, id, "withhold", SECRET).andExpect(status().is3xxRedirection());
        hidden(number, decision);
        grants.proposed(number, "cancellation", "DEATH_OR_INCAPACITY");
        grants.work(number, TestDesk.DECIDER, "cancelled", "已核对死亡证明。");
        hidden(number, decision);
        assertThat(published.managed("").text()).contains(decision, "商业秘密：申请人提出并经核实");

        published.sent(SUPERVISOR, id, "restore", Map.of("reason", "经复核不属于商业秘密"));
        assertThat(published.entry(number).path("state").asText()).isEqualTo("CANCELLED");
        assertThat(published.managed("").text()).doesNotContain(decision);
        assertThat(log(id)).containsExactly("grant.withhold", "grant.restore");
    }

    @Test
    void the_next_edition_of_what_is_withheld_is_withheld_until_a_supervisor_says_otherwise() throws Exception {
        TestPerson person = changes.organiser();
        CaseNumber first = changes.licensed(person);
        UUID id = UUID.fromString(published.entry(first).path("id").asText());
        published.sent(SUPERVISOR, id, "withhold", SECRET);

        CaseNumber change = changes.grantedOnPromise(person, changes.licence(first));

        hidden(change, published.decision(change));
        assertThat(published.managed("").text()).contains(published.decision(change));
        UUID next = id(change);
        assertThat(log(next)).containsExactly("grant.withhold");
        published.sent(SUPERVISOR, next, "restore", Map.of("reason", "变更后的内容不涉及商业秘密"));
        changes.work(change, TestDesk.REVIEWER, "{\"outcome\":\"rectify\",\"opinion\":\"经核查，新任校长没有任职条件的证明。\"}");
        assertThat(published.entry(change).path("state").asText()).isEqualTo("IN_FORCE");
        assertThat(published.entry(first).isMissingNode()).isTrue();
    }

    @Test
    void without_a_ground_of_the_law_a_reason_or_the_right_nothing_is_withheld() throws Exception {
        CaseNumber number = grants.granted().number();
        UUID id = UUID.fromString(published.entry(number).path("id").asText());

        published.sent(SUPERVISOR, id, "withhold", Map.of("ground", "", "reason", "不想公开"));
        published.sent(SUPERVISOR, id, "withhold", Map.of("ground", "PRIVACY", "reason", " "));
        published.sent(SUPERVISOR, id, "withhold", Map.of("ground", "PRIVACY", "reason", "长".repeat(501)));
        published.sent(TestDesk.DECIDER, id, "withhold", SECRET).andExpect(status().isForbidden());

        assertThat(published.entry(number).isMissingNode()).isFalse();
        assertThat(log(id)).isEmpty();
    }

    private void hidden(CaseNumber number, String decision) throws Exception {
        String query = "document=" + coded(decision);
        assertThat(published.entry(number).isMissingNode()).isTrue();
        assertThat(published.page(query).select("article").text()).doesNotContain(decision);
        assertThat(published.text("/api/v1/grants.csv?" + query)).doesNotContain("\"" + decision + "\"");
    }

    private UUID id(CaseNumber number) {
        return jdbc.sql("select id from published_grant where case_number = :number")
                .param("number", number.value())
                .query(UUID.class)
                .single();
    }

    private List<String> log(UUID id) {
        return jdbc.sql("select action from audit_entry where subject = :subject order by id")
                .param("subject", "grant:" + id)
                .query(String.class)
                .list();
    }
}
