package org.haina.service.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.SignedIn;
import org.haina.service.applications.Draft;
import org.haina.service.applications.Drafts;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.catalog.Catalog;
import org.haina.service.commitments.Commitments;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The choice between promising what an approval asks for and proving it, as the applicant meets it without scripts. */
@ServiceTest
class ApprovalPageTests {

    private static final ItemKey ITEM = new ItemKey("training-licence-change");
    private static final String LETTER = "commitment-letter";

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    Drafts drafts;

    @Autowired
    Catalog catalog;

    @Autowired
    Commitments commitments;

    @Autowired
    Parties parties;

    @Autowired
    Mandates mandates;

    @Autowired
    MovableClock time;

    @Test
    void the_conditions_are_told_once_before_the_way_is_chosen_and_both_ways_are_open() throws Exception {
        TestPerson person = TestPerson.unknown();
        Draft draft = begun(filing.party(person));
        Citizen citizen = filing.citizen(person);

        Document way = page(draft, "way", citizen);

        assertThat(way.select("section.note ol li")).hasSize(4);
        assertThat(way.select("section.note").text()).contains("一并提交：理事会", "两个月内", "责令限期整改", "《上海市优化营商环境条例》第二十七条");
        assertThat(way.select("input[name=route]").eachAttr("value")).containsExactly("commitment", "ordinary");
        assertThat(page(draft, "licence", citizen).select("section.note")).isEmpty();

        chosen(draft, "ordinary", citizen);
        assertThat(page(draft, "papers", citizen).select("#q-proof input[type=file]"))
                .hasSize(1);
        assertThat(page(draft, "papers", citizen).select("#q-" + LETTER)).isEmpty();
        chosen(draft, "commitment", citizen);
        Document papers = page(draft, "papers", citizen);
        assertThat(papers.select("#q-proof, #q-" + LETTER + " input[type=file]"))
                .isEmpty();
        assertThat(papers.select("#q-" + LETTER + " ol li")).hasSize(4);
        assertThat(papers.select("#q-" + LETTER).text()).contains("查询申请人的失信信息，只用来判断");
        assertThat(papers.select("#q-" + LETTER + " input[name=hash]").val()).isEqualTo(hash());
        web.perform(get("/api/v1/items/" + ITEM + "/commitments"))
                .andExpect(jsonPath("$.items[0].material").value(LETTER))
                .andExpect(jsonPath("$.items[0].conditions.length()").value(4))
                .andExpect(jsonPath("$.items[0].hash").value(hash()));
    }

    @Test
    void the_promise_is_ticked_made_and_can_be_taken_back() throws Exception {
        TestPerson person = TestPerson.unknown();
        Draft draft = begun(filing.party(person));
        Citizen citizen = filing.citizen(person);
        chosen(draft, "commitment", citizen);

        commit(draft, "", citizen).andExpect(flash().attribute("refusedWhy", containsString("请先阅读承诺书并勾选")));
        commit(draft, "true", citizen)
                .andExpect(redirectedUrl("/applications/" + draft.id() + "/pages/papers#q-" + LETTER));

        assertThat(page(draft, "papers", citizen)
                        .select("#q-" + LETTER + " .note-done")
                        .text())
                .contains("您已作出告知承诺");
        web.perform(post("/applications/" + draft.id() + "/files/" + LETTER + "/remove")
                .with(csrf())
                .with(SignedIn.as(citizen)));
        assertThat(page(draft, "papers", citizen).select("#q-" + LETTER + " input[name=hash]"))
                .hasSize(1);
    }

    @Test
    void who_may_apply_for_an_organisation_may_not_promise_for_it_unless_the_letter_says_so() throws Exception {
        TestPerson person = TestPerson.unknown();
        Citizen agent = filing.citizen(person);
        PartyId company = parties.record("001", "91319999MA1FT0043X", "海纳示范教育科技有限公司");
        Mandate mandate = mandate(agent.party(), company);
        mandates.grant(mandate, "test");
        Draft draft = begunFor(agent.party(), company);
        chosen(draft, "commitment", agent);

        assertThat(page(draft, "way", agent).select("section.note strong").text())
                .contains("没有写明可以代为作出书面承诺");
        assertThat(page(draft, "papers", agent).select("#q-" + LETTER + " input[name=hash]"))
                .isEmpty();
        commit(draft, "true", agent).andExpect(flash().attribute("refusedWhy", containsString("请按一般程序提交材料")));

        mandates.grant(mandate(agent.party(), company).committing(), "test");

        assertThat(page(draft, "way", agent).select("section.note strong")).isEmpty();
        commit(draft, "true", agent)
                .andExpect(redirectedUrl("/applications/" + draft.id() + "/pages/papers#q-" + LETTER));
        assertThat(drafts.get(draft.id(), agent.party()).materials())
                .extracting(SuppliedMaterial::source)
                .containsExactly(Source.COMMITMENT);
    }

    @Test
    void nobody_promises_for_another_person_whatever_the_letter_says() {
        TestPerson person = TestPerson.unknown();
        Citizen agent = filing.citizen(TestPerson.unknown());
        PartyId principal = filing.party(person);
        mandates.grant(mandate(agent.party(), principal).committing(), "test");
        SuppliedMaterial promise = new SuppliedMaterial(LETTER, Source.COMMITMENT, hash());

        assertThat(commitments.objection(catalog.current(ITEM), promise, principal, agent))
                .hasValueSatisfying(told -> assertThat(told).contains("须由申请人本人登录后作出"));
        assertThat(commitments.objection(catalog.current(ITEM), promise, principal, filing.citizen(person)))
                .isEmpty();
    }

    private Mandate mandate(PartyId agent, PartyId principal) {
        LocalDate today = LocalDate.now(time);
        return Mandate.of(Mandate.Kind.AGENT, agent, principal, Optional.of(ITEM), today, today.plusDays(30), "委托书");
    }

    private String hash() {
        return commitments.offered(catalog.current(ITEM), LETTER).orElseThrow().hash();
    }

    private Draft begun(PartyId party) {
        return drafts.begin(party, catalog.current(ITEM), answers("person"), List.of());
    }

    private Draft begunFor(PartyId agent, PartyId principal) {
        return drafts.begin(agent, Optional.of(principal), catalog.current(ITEM), answers("organisation"), List.of());
    }

    private ObjectNode answers(String kind) {
        return json.createObjectNode()
                .put("organiserKind", kind)
                .put("district", "310101")
                .put("change", "principal");
    }

    private void chosen(Draft draft, String route, Citizen citizen) throws Exception {
        Document page = page(draft, "way", citizen);
        web.perform(post("/applications/" + draft.id() + "/pages/way")
                .param("route", route)
                .param("seen", page.select("#answers input[name=seen]").val())
                .with(csrf())
                .with(SignedIn.as(citizen)));
    }

    private ResultActions commit(Draft draft, String agreed, Citizen citizen) throws Exception {
        var sent = post("/applications/" + draft.id() + "/files/" + LETTER + "/commitment")
                .with(csrf())
                .with(SignedIn.as(citizen))
                .param("hash", hash());
        return web.perform(agreed.isEmpty() ? sent : sent.param("agreed", agreed));
    }

    private Document page(Draft draft, String key, Citizen citizen) throws Exception {
        return Jsoup.parse(
                web.perform(get("/applications/" + draft.id() + "/pages/" + key).with(SignedIn.as(citizen)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }
}
