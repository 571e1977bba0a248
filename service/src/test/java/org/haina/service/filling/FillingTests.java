package org.haina.service.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.SignedIn;
import org.haina.service.access.Visibilities;
import org.haina.service.applications.Draft;
import org.haina.service.applications.Drafts;
import org.haina.service.cases.CaseLists;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.ItemKey;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ServiceTest
class FillingTests {

    private static final ItemKey ITEM = new ItemKey("teacher-qualification");

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    Drafts drafts;

    @Autowired
    Catalog catalog;

    @Autowired
    CaseLists cases;

    @Autowired
    Visibilities visibilities;

    @Autowired
    SandboxServer sandbox;

    @Test
    void a_draft_begins_with_what_the_citizen_cloud_and_the_licence_store_know_and_says_so() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);

        String draft = Objects.requireNonNull(web.perform(post("/items/teacher-qualification/apply")
                        .with(csrf())
                        .with(SignedIn.as(filing.citizen(person))))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());

        web.perform(get(draft + "/pages/person").with(SignedIn.as(filing.citizen(person))))
                .andExpect(content().string(allOf(containsString(person.name()), containsString("来自随申办"))));
        web.perform(get(draft + "/pages/education").with(SignedIn.as(filing.citizen(person))))
                .andExpect(content()
                        .string(allOf(
                                containsString("来自电子证照"),
                                containsString(person.application()
                                        .path("graduationSchool")
                                        .asText()),
                                containsString(person.application()
                                        .path("diplomaNumber")
                                        .asText()),
                                containsString(person.application()
                                        .path("mandarinNumber")
                                        .asText()))));
    }

    @Test
    void an_answer_that_was_changed_loses_its_source() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        Citizen citizen = filing.citizen(person);
        web.perform(post("/items/teacher-qualification/apply").with(csrf()).with(SignedIn.as(citizen)));
        Draft draft = drafts.latest(citizen.party(), ITEM).orElseThrow();

        web.perform(save(draft, "education", citizen)
                .param("mandarinLevel", "一级乙等")
                .param("mandarinNumber", draft.data().path("mandarinNumber").asText()));

        String page = page(draft, "education", citizen);
        assertThat(page.split("来自电子证照", -1)).hasSize(2);
    }

    @Test
    void a_round_of_the_item_is_begun_once_only() throws Exception {
        Citizen citizen = filing.citizen(TestPerson.unknown());
        for (int i = 0; i < 2; i++) {
            web.perform(post("/items/teacher-qualification/apply").with(csrf()).with(SignedIn.as(citizen)));
        }

        assertThat(drafts.open(citizen.party())).hasSize(1);
    }

    @Test
    void the_draft_of_another_does_not_exist() throws Exception {
        Draft draft = complete(TestPerson.unknown());
        Citizen stranger = filing.citizen(TestPerson.unknown());

        for (String page : List.of("", "/check", "/pages/person", "/files/photo", "/discard")) {
            web.perform(get("/applications/" + draft.id() + page).with(SignedIn.as(stranger)))
                    .andExpect(status().isNotFound());
        }
        web.perform(save(draft, "person", stranger)).andExpect(status().isNotFound());
        web.perform(post("/applications/" + draft.id() + "/submit").with(csrf()).with(SignedIn.as(stranger)))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_wrong_answer_is_kept_and_named_above_and_at_its_field() throws Exception {
        TestPerson person = TestPerson.unknown();
        Draft draft = empty(person);

        String page = followed(
                save(draft, "person", filing.citizen(person))
                        .param("scripted", "1")
                        .param("phone", "12345"),
                person);

        assertThat(page).contains("<title>错误：", "href=\"#q-phone\"", "value=\"12345\"", "aria-invalid=\"true\"");
    }

    @Test
    void without_scripts_questions_that_hang_on_an_answer_are_asked_in_a_second_go() throws Exception {
        TestPerson person = TestPerson.unknown();
        Draft draft = empty(person);

        String page = followed(
                save(draft, "qualification", filing.citizen(person))
                        .param("schoolLevel", "primary")
                        .param("subject", "语文")
                        .param("route", "exam"),
                person);

        assertThat(page).contains("还要请您填写", "examCertificateNumber").doesNotContain("<title>错误：");
    }

    @Test
    void what_another_organ_recognises_stops_at_the_step_that_says_so_and_names_the_organ() throws Exception {
        TestPerson person = TestPerson.unknown();
        Citizen citizen = filing.citizen(person);
        Draft draft = complete(person);
        MockHttpServletRequestBuilder change =
                save(draft, "qualification", citizen).param("scripted", "1").param("schoolLevel", "senior-secondary");
        change.param("subject", "语文").param("route", "exam");
        change.param("examCertificateNumber", "202531231990035").param("examCertificateDate", "2025-12-15");

        assertThat(followed(change, person)).contains("<title>错误：", "这里不能办理", "海纳示范市教育委员会");
        assertThat(page(draft, "person", citizen)).doesNotContain("这里不能办理");
    }

    @Test
    void who_has_applied_in_this_round_is_told_before_filling_in_anything() throws Exception {
        TestPerson person = TestPerson.unknown();
        Citizen citizen = filing.citizen(person);
        String receipt = submit(complete(person), citizen);
        String standing = receipt.replace("/receipt", "");

        web.perform(get("/items/teacher-qualification/apply").with(SignedIn.as(citizen)))
                .andExpect(content()
                        .string(allOf(
                                containsString("已经申请过"),
                                containsString("href=\"" + standing + "\""),
                                not(containsString("开始填写")))));
        web.perform(post("/items/teacher-qualification/apply").with(csrf()).with(SignedIn.as(citizen)))
                .andExpect(redirectedUrl(standing));
        assertThat(page(complete(person), "", citizen)).contains("这份草稿不能再提交");
    }

    private String followed(MockHttpServletRequestBuilder post, TestPerson person) throws Exception {
        String next = Objects.requireNonNull(web.perform(post)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        return web.perform(get(next).with(SignedIn.as(filing.citizen(person))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void a_stale_tab_is_told_and_loses_nothing_that_was_typed() throws Exception {
        TestPerson person = TestPerson.unknown();
        Citizen citizen = filing.citizen(person);
        Draft draft = complete(person);
        String seen = new Filling(draft, catalog.current(ITEM), Optional.empty()).seen(page(draft, "person"));
        web.perform(save(draft, "person", citizen).param("phone", "13900000002").param("seen", seen));

        web.perform(save(draft, "person", citizen).param("phone", "13900000003").param("seen", seen))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("另一个窗口"), containsString("13900000003"))));

        assertThat(drafts.get(draft.id(), citizen.party()).data().path("phone").asText())
                .isEqualTo("13900000002");
    }

    @Test
    void leaving_an_input_saves_it_and_says_when() throws Exception {
        TestPerson person = TestPerson.unknown();
        Citizen citizen = filing.citizen(person);
        Draft draft = empty(person);

        web.perform(post("/applications/" + draft.id() + "/pages/person/autosave")
                        .with(csrf())
                        .with(SignedIn.as(citizen))
                        .param("phone", "13900000004"))
                .andExpect(content().string(allOf(containsString("已保存 10:00"), containsString("hx-swap-oob"))));

        assertThat(drafts.get(draft.id(), citizen.party()).data().path("phone").asText())
                .isEqualTo("13900000004");
    }

    @Test
    void pressed_twice_and_after_the_back_button_there_is_one_case_and_one_receipt() throws Exception {
        TestPerson person = TestPerson.unknown();
        Citizen citizen = filing.citizen(person);
        Draft draft = complete(person);

        String first = submit(draft, citizen);
        String second = submit(draft, citizen);

        assertThat(first).startsWith("/cases/HN").endsWith("/receipt").isEqualTo(second);
        assertThat(cases.of(visibilities.of(citizen), citizen.party(), Optional.empty(), 10))
                .hasSize(1);
        for (String page : List.of("", "/check", "/pages/person", "/discard")) {
            web.perform(get("/applications/" + draft.id() + page).with(SignedIn.as(citizen)))
                    .andExpect(redirectedUrl(first));
        }
        web.perform(get(first).with(SignedIn.as(citizen)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("申请已提交")));
    }

    @Test
    void what_is_missing_stands_on_the_check_page_with_the_way_there_and_back() throws Exception {
        TestPerson person = TestPerson.unknown();
        Draft draft = empty(person);

        web.perform(post("/applications/" + draft.id() + "/submit")
                        .with(csrf())
                        .with(SignedIn.as(filing.citizen(person))))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("<title>错误："),
                                containsString("/pages/qualification?return=check#q-schoolLevel"))));
    }

    @Test
    void from_the_check_page_one_page_is_changed_and_leads_back() throws Exception {
        TestPerson person = TestPerson.unknown();
        Citizen citizen = filing.citizen(person);
        Draft draft = complete(person);
        MockHttpServletRequestBuilder change = save(draft, "place", citizen).param("return", "check");
        change.param("districtBasis", "household").param("district", "310104");

        web.perform(change).andExpect(redirectedUrl("/applications/" + draft.id() + "/check"));
    }

    @Test
    void hostile_text_is_shown_as_text() throws Exception {
        TestPerson person = TestPerson.unknown();
        Citizen citizen = filing.citizen(person);
        Draft draft = complete(person);
        MockHttpServletRequestBuilder declare =
                save(draft, "declaration", citizen).param("electronicService", "true");
        declare.param("medicalConsent", "true").param("noBarDeclared", "true").param("truthDeclared", "true");
        web.perform(declare.param("remarks", "<script>alert(1)</script>"));

        web.perform(get("/applications/" + draft.id() + "/check").with(SignedIn.as(citizen)))
                .andExpect(content()
                        .string(allOf(
                                containsString("&lt;script&gt;alert(1)"), not(containsString("<script>alert(1)")))));
    }

    private String submit(Draft draft, Citizen citizen) throws Exception {
        return Objects.requireNonNull(web.perform(post("/applications/" + draft.id() + "/submit")
                        .with(csrf())
                        .with(SignedIn.as(citizen)))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private MockHttpServletRequestBuilder save(Draft draft, String page, Citizen citizen) {
        return post("/applications/" + draft.id() + "/pages/" + page)
                .with(csrf())
                .with(SignedIn.as(citizen));
    }

    private String page(Draft draft, String page, Citizen citizen) throws Exception {
        return web.perform(get("/applications/" + draft.id() + (page.isEmpty() ? "" : "/pages/" + page))
                        .with(SignedIn.as(citizen)))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private org.haina.forms.FormLayout.Page page(Draft draft, String key) {
        return catalog.version(draft.itemVersion()).applicationForm().layout().page(key);
    }

    private Draft empty(TestPerson person) {
        return drafts.begin(filing.party(person), item(), JsonNodeFactory.instance.objectNode(), List.of());
    }

    private Draft complete(TestPerson person) {
        return drafts.begin(filing.party(person), item(), person.application(), filing.materials(person));
    }

    private ItemVersion item() {
        return catalog.current(ITEM);
    }
}
