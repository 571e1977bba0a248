package org.haina.service.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.minors.Children;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The list of what waits for the head says of a child's case no more than that it waits. */
@ServiceTest
class ChildApprovalsTests {

    private static final String WHY = "需要向医院核实孩子的病情";

    @Autowired
    MockMvc web;

    @Autowired
    Children children;

    @Autowired
    Cases cases;

    @Autowired
    ExtensionProposals proposals;

    @Autowired
    JdbcClient jdbc;

    @Test
    void why_a_child_s_case_takes_longer_is_listed_upon_an_approval_only() throws Exception {
        CaseNumber number = children.filed(children.aged(7, 30));
        cases.move(number, CaseMove.DEEM_ACCEPTED, Actor.SYSTEM, "");
        cases.move(number, CaseMove.BEGIN_REVIEW, Actor.SYSTEM, "");
        proposals.insert(number, WHY, TestDesk.REVIEWER);
        Official head = SignedIn.official("head." + number, "310101", Role.HEAD);

        assertThat(row(number, head))
                .contains(number.value(), "延长办理期限", "查阅须经批准")
                .doesNotContain(WHY);

        approved(number, head);
        assertThat(row(number, head)).contains(WHY);
    }

    private String row(CaseNumber number, Official head) throws Exception {
        return Jsoup.parse(web.perform(get("/desk/approvals").with(SignedIn.as(head)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .select("tr:contains(" + number + ")")
                .text();
    }

    private void approved(CaseNumber number, Official reader) throws Exception {
        String closed = "/desk/cases/" + number + "/minor-access";
        web.perform(post(closed).param("purpose", "审批延长").with(csrf()).with(SignedIn.as(reader)))
                .andExpect(redirectedUrl(closed));
        UUID asked = jdbc.sql("select id from minor_access where account = :account")
                .param("account", reader.account())
                .query(UUID.class)
                .single();
        web.perform(post("/desk/minor-access")
                        .param("outcome", "APPROVED")
                        .param("ask", asked.toString())
                        .with(csrf())
                        .with(SignedIn.as(TestDesk.DECIDER)))
                .andExpect(redirectedUrl("/desk/minor-access"));
    }
}
