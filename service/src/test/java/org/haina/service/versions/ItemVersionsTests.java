package org.haina.service.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Authoring;
import org.haina.service.catalog.Catalog;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.hamcrest.Matchers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A version's way from a draft to the public and out of it again. */
@ServiceTest
class ItemVersionsTests {

    private static final ItemKey ITEM = new ItemKey("consultation");
    private static final String PAGE = "/oversight/items";

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    ApplicationContext context;

    @Autowired
    Catalog catalog;

    @Autowired
    Cases cases;

    @Autowired
    Filing filing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SandboxServer sandbox;

    @TempDir
    Path folder;

    private Authoring author;
    private TestPerson person;

    @BeforeEach
    void an_author() {
        author = new Authoring(context, folder);
        person = TestPerson.admitted(sandbox);
    }

    @AfterEach
    void what_was_offered_is_offered_again() {
        author.restore();
    }

    @Test
    void a_draft_is_offered_once_one_operator_has_checked_and_another_has_published_it() throws Exception {
        long before = catalog.current(ITEM).id();
        CaseNumber running = asked();
        long draft = author.draft("services", "consultation");
        assertThat(catalog.current(ITEM).id())
                .as("a draft is offered to nobody")
                .isEqualTo(before);
        assertThat(row(draft).text()).contains("咨询", ITEM.value(), "草稿", "0 件");
        assertThat(row(before).text()).contains("受理中");

        act(draft, "publish", Authoring.PUBLISHER)
                .andExpect(flash().attribute("late", Matchers.containsString("现在是“草稿”，不能改为“受理中”")));
        act(draft, "check", Authoring.CHECKER).andExpect(redirectedUrl(PAGE + "/" + draft));
        assertThat(page(draft, Authoring.CHECKER).text()).contains("已检查", "请另一名运行维护员发布");
        act(draft, "publish", Authoring.CHECKER)
                .andExpect(flash().attribute("late", Matchers.containsString("不能由同一个人完成")));
        assertThat(catalog.current(ITEM).id()).isEqualTo(before);
        act(draft, "publish", Authoring.PUBLISHER).andExpect(flash().attributeExists("done"));

        assertThat(catalog.current(ITEM).id()).isEqualTo(draft);
        assertThat(cases.get(asked()).itemVersion()).isEqualTo(draft);
        assertThat(cases.get(running).itemVersion())
                .as("open cases stay on theirs")
                .isEqualTo(before);
        assertThat(page(before, Authoring.CHECKER).text())
                .contains("已停用", "operator.publishes", "由版本 " + version(draft) + " 接替");
        assertThat(audited(draft)).isEqualTo("item.check operator.checks, item.publish operator.publishes");
    }

    @Test
    void a_version_that_comes_back_runs_by_the_phases_it_was_examined_with() throws Exception {
        long shipped = catalog.current(ITEM).id();
        long version = author.published("services", "consultation");
        String examined = process(version);
        act(version, "retire", Authoring.CHECKER);
        jdbc.sql("update item_version set process_definition = :earlier where id = :id")
                .param("earlier", process(shipped))
                .param("id", version)
                .update();

        act(version, "check", Authoring.CHECKER);
        act(version, "publish", Authoring.PUBLISHER).andExpect(flash().attributeExists("done"));

        assertThat(process(version)).isEqualTo(examined).isNotEqualTo(process(shipped));
    }

    private String process(long version) {
        return jdbc.sql("select process_definition from item_version where id = :id")
                .param("id", version)
                .query(String.class)
                .single();
    }

    @Test
    void what_the_doctor_finds_stands_on_the_page_and_the_version_stays_a_draft() throws Exception {
        author.change("processes/services/consultation/item.yaml", "clockPolicy: advice", "clockPolicy: no-such-law");
        long draft = author.draft("services", "consultation");

        Document found = parsed(act(draft, "check", Authoring.CHECKER).andExpect(status().isUnprocessableEntity()));

        assertThat(found.select("tr:contains(clockPolicy)").text())
                .contains("processes/services/consultation/item.yaml", "there is no clock policy no-such-law");
        assertThat(found.select(".case-head .chip").text()).isEqualTo("草稿");
        act(draft, "publish", Authoring.PUBLISHER).andExpect(flash().attributeExists("late"));
        assertThat(catalog.current(ITEM).id()).isNotEqualTo(draft);
    }

    @Test
    void a_retired_item_takes_no_application_says_so_and_its_open_cases_go_on() throws Exception {
        long offered = author.published("services", "consultation");
        CaseNumber open = asked();
        Document wrong = parsed(perform(post(PAGE + "/" + offered + "/retire").param("reason", " "), Authoring.CHECKER)
                .andExpect(status().isUnprocessableEntity()));
        assertThat(wrong.select("#retire-wrong").text()).contains("请写明停用的理由");

        act(offered, "retire", Authoring.CHECKER).andExpect(flash().attributeExists("done"));

        Caller.Citizen citizen = filing.citizen(person);
        assertThat(((Problem) Objects.requireNonNull(perform(get("/items/consultation"), citizen)
                                .andExpect(status().isNotFound())
                                .andReturn()
                                .getResolvedException()))
                        .getBody()
                        .getDetail())
                .contains("“咨询”已经停止受理新的申请", "已经提交的办件不受影响");
        assertThat(submit(citizen)
                        .andExpect(status().isNotFound())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("“咨询”已经停止受理新的申请");
        assertThat(catalog.items()).noneMatch(item -> item.key().equals(ITEM));
        catalog.load();
        assertThat(catalog.find(ITEM)).as("a start does not overturn it").isEmpty();
        new TestDesk(web, json, filing, cases)
                .work(open, TestDesk.CLERK, "{\"outcome\":\"answered\",\"opinion\":\"可以。\"}");
        assertThat(cases.get(open).status()).isEqualTo(CaseStatus.ANSWERED);
    }

    @Test
    void what_people_have_published_outlives_a_start() throws Exception {
        long draft = author.published("services", "consultation");

        catalog.load();

        assertThat(catalog.current(ITEM).id()).isEqualTo(draft);
        assertThat(jdbc.sql("select count(*) from item_version where key = 'consultation' and state = 'PUBLISHED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "OPERATOR", mode = EnumSource.Mode.EXCLUDE)
    void nobody_but_operators_sees_or_decides(Role role) throws Exception {
        Caller.Official other = SignedIn.city(role);
        long offered = catalog.current(ITEM).id();

        for (String path : new String[] {"", "/" + offered, "/" + offered + "/move"}) {
            perform(get(PAGE + path), other).andExpect(status().isForbidden());
        }
        for (String act : new String[] {"check", "publish", "retire", "move"}) {
            act(offered, act, other).andExpect(status().isForbidden());
        }

        assertThat(catalog.current(ITEM).id()).isEqualTo(offered);
    }

    private CaseNumber asked() {
        return filing.filed(person, "consultation", question());
    }

    private ObjectNode question() {
        return json.createObjectNode()
                .put("question", "持居住证可以在居住地申请吗？")
                .put("level", "district")
                .put("district", "310101");
    }

    private ResultActions submit(Caller.Citizen citizen) throws Exception {
        ObjectNode body = json.createObjectNode().put("item", "consultation");
        body.set("data", question());
        body.putArray("materials");
        return web.perform(post("/api/v1/cases")
                .with(SignedIn.as(citizen))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.toString()));
    }

    private ResultActions act(long id, String act, Caller caller) throws Exception {
        return perform(post(PAGE + "/" + id + "/" + act).param("reason", "试行新的版本"), caller);
    }

    private ResultActions perform(MockHttpServletRequestBuilder request, Caller caller) throws Exception {
        return web.perform(request.with(SignedIn.as(caller)).with(csrf()));
    }

    private Document page(long id, Caller caller) throws Exception {
        return parsed(perform(get(PAGE + "/" + id), caller).andExpect(status().isOk()));
    }

    private Element row(long id) throws Exception {
        Document list = parsed(perform(get(PAGE), Authoring.CHECKER).andExpect(status().isOk()));
        return Objects.requireNonNull(list.selectFirst("tr:has(a[href=" + PAGE + "/" + id + "])"));
    }

    private String version(long id) {
        return catalog.version(id).definition().version();
    }

    private String audited(long id) {
        return jdbc.sql(
                        """
                        select string_agg(action || ' ' || actor, ', ' order by id) from audit_entry
                        where subject = 'item:consultation' and detail ->> 'version' like :version
                        """)
                .param("version", "%（" + id + "）")
                .query(String.class)
                .single();
    }

    private static Document parsed(ResultActions result) throws Exception {
        return Jsoup.parse(result.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
