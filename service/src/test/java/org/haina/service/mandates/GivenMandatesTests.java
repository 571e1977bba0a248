package org.haina.service.mandates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.SignedIn;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.MandateStanding;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A person orders somebody to act for him, looks at whom he has ordered, and takes it back. */
@ServiceTest
class GivenMandatesTests {

    private static final String HOME = "/my/mandates/given";
    private static final ItemKey ITEM = new ItemKey("training-licence");

    @Autowired
    MockMvc web;

    @Autowired
    Mandates mandates;

    @Autowired
    Parties parties;

    @Autowired
    Filing filing;

    @Autowired
    MovableClock time;

    @Autowired
    JdbcClient jdbc;

    private TestPerson principal;
    private TestPerson agent;

    @BeforeEach
    void two_people() {
        principal = TestPerson.unknown();
        agent = TestPerson.unknown();
        filing.party(principal);
        filing.party(agent);
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void who_is_ordered_in_one_item_may_act_in_it_until_the_last_day_and_no_longer() throws Exception {
        assertThat(page(principal, "").select("main").text()).contains("您还没有委托过别人");

        for (int click = 0; click < 2; click++) {
            given(letter("2026-12-31")).andExpect(redirectedUrl(HOME));
        }

        assertThat(standing()).isEqualTo(MandateStanding.State.HOLDS);
        Document own = page(principal, "");
        assertThat(own.select("section.card")).hasSize(1);
        assertThat(own.select("section.card").text())
                .contains("有效", "民办培训机构办学许可", "2026年11月23日至2026年12月31日")
                .doesNotContain(agent.idNumber(), agent.name());
        assertThat(page(agent, "/my/mandates", "").text()).contains("民办培训机构办学许可", "网上委托");
        time.set(java.time.LocalDateTime.of(2027, 1, 1, 0, 0));
        assertThat(standing()).isEqualTo(MandateStanding.State.EXPIRED);
        assertThat(page(principal, "").select("section.card").text())
                .contains("已到期")
                .doesNotContain("收回委托");
    }

    @Test
    void what_is_taken_back_ends_at_once_is_in_the_log_and_nobody_else_takes_it_back() throws Exception {
        given(letter("2026-12-31"));
        String path = page(principal, "").select("section.card form").attr("action");

        send(path, agent, Map.of()).andExpect(redirectedUrl(HOME));
        assertThat(standing()).isEqualTo(MandateStanding.State.HOLDS);
        for (int click = 0; click < 2; click++) {
            send(path, principal, Map.of()).andExpect(redirectedUrl(HOME));
        }

        assertThat(standing()).isEqualTo(MandateStanding.State.NONE);
        assertThat(page(principal, "").select("section.card").text())
                .contains("已收回")
                .doesNotContain("收回委托");
        assertThat(logged(filing.party(principal))).containsExactly("mandate.granted", "mandate.revoked");
    }

    @Test
    void what_is_wrong_is_said_field_by_field_and_nothing_is_given() throws Exception {
        assertThat(wrong(Map.of("name", "", "idNumber", "31999920", "item", "teacher-qualification", "until", "昨天")))
                .hasSize(4);
        assertThat(wrong(letter("2026-11-22"))).containsExactly("请填写委托的最后一天，从今天起最长三年");
        assertThat(wrong(letter("2029-11-24"))).hasSize(1);
        assertThat(wrong(letter(principal.name(), principal.idNumber()))).containsExactly("不能委托您自己");
        assertThat(wrong(letter("李示别", agent.idNumber()))).containsExactly("姓名和证件号码对不上，或者不能委托这个人，请对照代办人的证件核对");
        String child = TestPerson.idNumber(LocalDate.of(2010, 1, 1), 77);
        assertThat(wrong(letter("王示童", child))).containsExactly("代办人须年满十八周岁");
        assertThat(mandates.givenBy(filing.party(principal), Optional.empty(), 10))
                .isEmpty();
        assertThat(parties.find("111", child)).as("nobody new is on record").isEmpty();
        assertThat(logged(filing.party(principal)))
                .containsExactly("mandate.refused", "mandate.refused", "mandate.refused");
    }

    @Test
    void a_child_orders_nobody_and_is_told_who_acts_for_it() throws Exception {
        PartyId child = parties.record("111", TestPerson.idNumber(LocalDate.of(2012, 1, 1), 79), "王示童");

        var answer = web.perform(post(HOME)
                .param("name", agent.name())
                .param("idNumber", agent.idNumber())
                .param("until", "2026-12-31")
                .with(csrf())
                .with(SignedIn.as(SignedIn.citizen(child))));

        assertThat(answer.andExpect(status().isUnprocessableEntity())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("您未满十八周岁，不能自己委托别人，须由监护人为您办理");
        assertThat(mandates.givenBy(child, Optional.empty(), 10)).isEmpty();
        assertThat(logged(child)).containsExactly("mandate.refused");
    }

    @Test
    void of_two_orders_to_one_agent_the_other_is_named_when_one_is_taken_back() throws Exception {
        given(letter("2026-12-31"));
        String path = page(principal, "").select("section.card form").attr("action");
        given(letter("2027-01-31"));

        assertThat(String.valueOf(send(path, principal, Map.of())
                        .andReturn()
                        .getFlashMap()
                        .get("done")))
                .contains("民办培训机构办学许可（到2027年1月31日）", "仍然可以为您办理")
                .doesNotContain("2026年12月31日", "看不到");
        assertThat(standing()).isEqualTo(MandateStanding.State.HOLDS);
    }

    @Test
    void twenty_are_on_a_page_and_nobody_reads_on_in_those_of_others() throws Exception {
        IntStream.range(0, 21)
                .forEach(n -> mandates.grant(
                        Mandate.of(
                                Mandate.Kind.AGENT,
                                filing.party(agent),
                                filing.party(principal),
                                Optional.of(ITEM),
                                LocalDate.of(2026, 11, 23),
                                LocalDate.of(2026, 12, 1).plusDays(n),
                                "委托书" + n),
                        "test"));

        Document first = page(principal, "");
        assertThat(first.select("section.card")).hasSize(20);
        String next = first.select("a[rel=next]").attr("href");
        assertThat(page(principal, next, "").select("section.card")).hasSize(1);
        assertThat(page(agent, next, "").select("section.card")).isEmpty();
    }

    private List<String> logged(PartyId actor) {
        return jdbc.sql("select action from audit_entry where actor = :actor and action like 'mandate.%' order by id")
                .param("actor", actor.toString())
                .query(String.class)
                .list();
    }

    private MandateStanding.State standing() {
        return mandates.standing(filing.party(agent), filing.party(principal), ITEM)
                .state();
    }

    private Map<String, String> letter(String until) {
        return Map.of("name", agent.name(), "idNumber", agent.idNumber(), "item", ITEM.value(), "until", until);
    }

    private static Map<String, String> letter(String name, String idNumber) {
        return Map.of("name", name, "idNumber", idNumber, "item", "", "until", "2026-12-31");
    }

    private List<String> wrong(Map<String, String> letter) throws Exception {
        return Jsoup.parse(given(letter)
                        .andExpect(status().isUnprocessableEntity())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .select("#errors li")
                .eachText();
    }

    private ResultActions given(Map<String, String> letter) throws Exception {
        return send(HOME, principal, letter);
    }

    private ResultActions send(String path, TestPerson by, Map<String, String> fields) throws Exception {
        var form = post(path);
        fields.forEach(form::param);
        return web.perform(form.with(csrf()).with(SignedIn.as(filing.citizen(by))));
    }

    private Document page(TestPerson by, String query) throws Exception {
        return page(by, HOME, query);
    }

    private Document page(TestPerson by, String path, String query) throws Exception {
        return Jsoup.parse(web.perform(get(path + query).with(SignedIn.as(filing.citizen(by))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
