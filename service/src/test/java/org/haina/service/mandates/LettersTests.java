package org.haina.service.mandates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.MandateStanding;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A clerk records the letter of an organisation, and ends it when the organisation says so. */
@ServiceTest
class LettersTests {

    private static final String HOME = "/desk/mandates";
    private static final String CODE = "91319999MA1FT00946";
    private static final String UNKNOWN = "91319999MA1FT0181H";
    private static final String OTHER = "91319999MA1FT0190F";
    private static final String NAME = "示例区海纳第三进修学校";
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
    JdbcClient jdbc;

    private TestPerson agent;

    @BeforeEach
    void somebody_whom_the_organisation_sends() {
        agent = TestPerson.unknown();
        filing.party(agent);
    }

    @Test
    void a_letter_holds_from_its_recording_to_its_ending_and_both_are_in_the_log_of_the_clerk() throws Exception {
        assertThat(page().select("h2").eachText()).contains("登记新的委托书");

        for (int click = 0; click < 2; click++) {
            send(HOME, TestDesk.CLERK, letter(Map.of())).andExpect(redirectedUrl(HOME + "?code=" + CODE));
        }

        PartyId organisation = parties.find("001", CODE).orElseThrow();
        assertThat(parties.name(organisation)).isEqualTo(NAME);
        assertThat(state(organisation)).isEqualTo(MandateStanding.State.HOLDS);
        assertThat(mandates.mayCommit(filing.party(agent), organisation, ITEM)).isTrue();
        String number = agent.idNumber();
        var row = page().select("tbody tr:contains(" + number.substring(number.length() - 4) + ")");
        assertThat(row).hasSize(1);
        assertThat(row.text())
                .contains("民办培训机构办学许可", "可以代为书面承诺", "2026年12月31日", "海示校委〔2026〕7号", "有效")
                .doesNotContain(agent.name(), number);
        String path = row.select("form").attr("action");

        send(path, TestDesk.REVIEWER, Map.of("code", CODE)).andExpect(status().isForbidden());
        parties.record("001", "91319999MA1FT0043X", "海纳示范教育科技有限公司");
        send(path, TestDesk.CLERK, Map.of("code", "91319999MA1FT0043X")).andExpect(status().is3xxRedirection());
        assertThat(state(organisation))
                .as("no letter of the other organisation")
                .isEqualTo(MandateStanding.State.HOLDS);
        send(path, TestDesk.CLERK, Map.of("code", CODE)).andExpect(status().is3xxRedirection());

        assertThat(state(organisation)).isEqualTo(MandateStanding.State.NONE);
        assertThat(jdbc.sql("select action from audit_entry where subject = :subject and actor = :actor order by id")
                        .param("subject", "mandate:" + path.split("/")[3])
                        .param("actor", TestDesk.CLERK.account())
                        .query(String.class)
                        .list())
                .containsExactly("mandate.granted", "mandate.revoked");
    }

    @Test
    void a_letter_without_number_day_or_a_real_code_is_not_recorded() throws Exception {
        assertThat(wrong(Map.of("number", ""))).containsExactly("请填写委托书的文号或者编号，最多60个字");
        assertThat(wrong(Map.of("until", ""))).containsExactly("请填写委托的最后一天，从今天起最长三年");
        assertThat(wrong(Map.of("code", "91319999MA1FT0094Z"))).containsExactly("请填写单位的统一社会信用代码，18位");
        assertThat(wrong(Map.of("item", "teacher-qualification"))).containsExactly("请从列出的事项里选择");
        assertThat(mandates.everHeldBy(filing.party(agent))).isEmpty();
    }

    @Test
    void what_is_refused_leaves_no_name_on_record_and_everything_typed_on_the_page() throws Exception {
        Document page = refused(Map.of("code", UNKNOWN, "name", "李示别"));

        assertThat(page.select(".errors li").eachText()).containsExactly("姓名和证件号码对不上，或者不能委托这个人，请对照代办人的证件核对");
        assertThat(page.select("#organisation").val()).isEqualTo(NAME);
        assertThat(page.select("#name").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#name").attr("aria-describedby")).isEqualTo("name-error");
        assertThat(parties.find("001", UNKNOWN)).isEmpty();
        assertThat(refused(Map.of("code", UNKNOWN, "organisation", ""))
                        .select("#organisation-error")
                        .text())
                .isEqualTo("请填写单位的名称，最多100个字");
        Document wrongCode = refused(Map.of("code", "91319999MA1FT0094Z"));
        assertThat(wrongCode.select("#code").attr("type")).isNotEqualTo("hidden");
        assertThat(wrongCode.select("#number").val()).isEqualTo("海示校委〔2026〕7号");
    }

    @Test
    void a_misspelled_name_is_corrected_and_the_correction_is_in_the_log_but_a_proved_one_stays() throws Exception {
        send(HOME, TestDesk.CLERK, letter(Map.of("code", OTHER, "organisation", "示例区海那第五进修学校")));
        PartyId organisation = parties.find("001", OTHER).orElseThrow();
        Map<String, String> right = Map.of("code", OTHER, "organisation", "示例区海纳第五进修学校");

        send(HOME + "/organisation", TestDesk.CLERK, Map.of("code", OTHER, "organisation", " "))
                .andExpect(status().isUnprocessableEntity());
        for (int click = 0; click < 2; click++) {
            send(HOME + "/organisation", TestDesk.CLERK, right).andExpect(redirectedUrl(HOME + "?code=" + OTHER));
        }

        assertThat(parties.name(organisation)).isEqualTo("示例区海纳第五进修学校");
        assertThat(jdbc.sql("select actor from audit_entry where subject = :subject and action = 'party.renamed'")
                        .param("subject", "party:" + organisation)
                        .query(String.class)
                        .list())
                .containsExactly(TestDesk.CLERK.account());
        jdbc.sql("update party set proved = true where id = :id")
                .param("id", organisation.value())
                .update();
        send(HOME + "/organisation", TestDesk.CLERK, Map.of("code", OTHER, "organisation", "别的名称"));
        assertThat(parties.name(organisation)).isEqualTo("示例区海纳第五进修学校");
    }

    private MandateStanding.State state(PartyId organisation) {
        return mandates.standing(filing.party(agent), organisation, ITEM).state();
    }

    private Map<String, String> letter(Map<String, String> otherwise) {
        Map<String, String> letter = new HashMap<>(Map.of(
                "code",
                CODE,
                "organisation",
                NAME,
                "name",
                agent.name(),
                "idNumber",
                agent.idNumber(),
                "item",
                ITEM.value(),
                "until",
                "2026-12-31",
                "number",
                "海示校委〔2026〕7号",
                "commits",
                "1"));
        letter.putAll(otherwise);
        return letter;
    }

    private List<String> wrong(Map<String, String> otherwise) throws Exception {
        return refused(otherwise).select(".errors li").eachText();
    }

    /** Every mistake leads to a field that can be seen. */
    private Document refused(Map<String, String> otherwise) throws Exception {
        Document page = Jsoup.parse(send(HOME, TestDesk.CLERK, letter(otherwise))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("#errors a[href^=#]").eachAttr("href"))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(page.select(field + ":not([type=hidden])"))
                        .as(field)
                        .hasSize(1));
        return page;
    }

    private ResultActions send(String path, Caller.Official by, Map<String, String> fields) throws Exception {
        var form = post(path);
        fields.forEach(form::param);
        return web.perform(form.with(csrf()).with(SignedIn.as(by)));
    }

    private Document page() throws Exception {
        return Jsoup.parse(web.perform(get(HOME + "?code=" + CODE).with(SignedIn.as(TestDesk.CLERK)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
