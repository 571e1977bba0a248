package org.haina.service.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.haina.service.Filing;
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
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The choice between proving and promising, as the applicant meets it. */
@ServiceTest
class CommitmentPageTests {

    private static final ItemKey ITEM = new ItemKey("teacher-certificate-reissue");
    private static final String NUMBER = "20203110122099999";

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    Drafts drafts;

    @Autowired
    Catalog catalog;

    @Autowired
    Commitments commitments;

    @Test
    void the_page_tells_what_is_promised_what_follows_and_that_the_paper_will_do_as_well() throws Exception {
        TestPerson person = TestPerson.unknown();
        Document page = page(begun(person), filing.citizen(person));

        assertThat(page.select("#q-loss-notice input[type=file]")).hasSize(1);
        assertThat(page.select("#q-loss-notice details.commitment").text())
                .contains("确已遗失", "两个月内", "撤销补发决定", "国办发〔2020〕42号", "查询申请人的失信信息，只用来判断");
        assertThat(page.select("input[name=hash]").val()).isEqualTo(hash());
        assertThat(page.select("#q-photo details.commitment, #q-photo input[name=hash]"))
                .isEmpty();
        web.perform(get("/api/v1/items/" + ITEM + "/commitments"))
                .andExpect(jsonPath("$.items[0].material").value("loss-notice"))
                .andExpect(jsonPath("$.items[0].hash").value(hash()));
    }

    @Test
    void a_promise_not_ticked_or_of_other_words_takes_no_paper_s_place() throws Exception {
        TestPerson person = TestPerson.unknown();
        Draft draft = begun(person);
        Citizen citizen = filing.citizen(person);

        commit(draft, "loss-notice", hash(), false, citizen)
                .andExpect(flash().attribute("refusedWhy", containsString("请先阅读承诺书并勾选")));
        commit(draft, "loss-notice", "f".repeat(64), true, citizen)
                .andExpect(flash().attribute("refusedWhy", containsString("请重新阅读")));
        commit(draft, "photo", hash(), true, citizen)
                .andExpect(flash().attribute("refusedWhy", containsString("不能以书面承诺代替")));

        assertThat(pieces(draft)).extracting(SuppliedMaterial::source).containsOnly(Source.UPLOAD);
    }

    @Test
    void a_promise_takes_the_place_of_the_paper_can_be_taken_back_and_is_filed_with_the_case() throws Exception {
        TestPerson person = TestPerson.unknown();
        Draft draft = begun(person);
        Citizen citizen = filing.citizen(person);

        commit(draft, "loss-notice", hash(), true, citizen)
                .andExpect(redirectedUrl("/applications/" + draft.id() + "/pages/files#q-loss-notice"));
        Document page = page(draft, citizen);
        assertThat(page.select("#q-loss-notice .note-done").text()).contains("以书面承诺代替");
        assertThat(page.select("#q-loss-notice input[type=file]")).isEmpty();

        web.perform(post("/applications/" + draft.id() + "/files/loss-notice/remove")
                .with(csrf())
                .with(SignedIn.as(citizen)));
        assertThat(page(draft, citizen).select("#q-loss-notice input[type=file]"))
                .hasSize(1);

        commit(draft, "loss-notice", hash(), true, citizen);
        web.perform(get("/applications/" + draft.id() + "/check").with(SignedIn.as(citizen)))
                .andExpect(content().string(containsString("以书面承诺代替，提交后生效")));
        String receipt = String.valueOf(web.perform(post("/applications/" + draft.id() + "/submit")
                        .with(csrf())
                        .with(SignedIn.as(citizen)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        CaseNumber number = new CaseNumber(receipt.split("/")[2]);
        assertThat(commitments.of(number)).extracting(made -> made.hash()).containsExactly(hash());
    }

    @Test
    void who_has_broken_a_promise_is_told_and_can_only_hand_in_the_paper() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = filing.filed(
                person,
                ITEM.value(),
                person.reissueApplication(NUMBER),
                List.of(photo(person), new SuppliedMaterial("loss-notice", Source.COMMITMENT, hash())));
        commitments.markBroken(number);
        Draft draft = begun(person);
        Citizen citizen = filing.citizen(person);

        Document page = page(draft, citizen);

        assertThat(page.select("#q-loss-notice").text()).contains(Commitments.BARRED);
        assertThat(page.select("#q-loss-notice details.commitment")).isEmpty();
        assertThat(page.select("#q-loss-notice input[type=file]")).hasSize(1);
        commit(draft, "loss-notice", hash(), true, citizen)
                .andExpect(flash().attribute("refusedWhy", containsString("请提交证明材料")));
        assertThat(pieces(draft)).extracting(SuppliedMaterial::source).containsOnly(Source.UPLOAD);
    }

    private String hash() {
        return commitments
                .offered(catalog.current(ITEM), "loss-notice")
                .orElseThrow()
                .hash();
    }

    private Draft begun(TestPerson person) {
        return drafts.begin(
                filing.party(person), catalog.current(ITEM), person.reissueApplication(NUMBER), List.of(photo(person)));
    }

    private SuppliedMaterial photo(TestPerson person) {
        return new SuppliedMaterial("photo", Source.UPLOAD, filing.upload(person, "photo"));
    }

    private List<SuppliedMaterial> pieces(Draft draft) {
        return drafts.get(draft.id(), draft.party()).materials();
    }

    private ResultActions commit(Draft draft, String key, String hash, boolean agreed, Citizen citizen)
            throws Exception {
        var sent = post("/applications/" + draft.id() + "/files/" + key + "/commitment")
                .with(csrf())
                .with(SignedIn.as(citizen))
                .param("hash", hash);
        return web.perform(agreed ? sent.param("agreed", "true") : sent);
    }

    private Document page(Draft draft, Citizen citizen) throws Exception {
        return Jsoup.parse(
                web.perform(get("/applications/" + draft.id() + "/pages/files").with(SignedIn.as(citizen)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }
}
