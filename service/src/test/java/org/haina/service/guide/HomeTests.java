package org.haina.service.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.haina.processes.ProcessModel;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.SignedIn;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The first page and what it leads to. */
@ServiceTest
class HomeTests {

    private static final String TEACHERS = "/items/teacher-qualification";

    @Autowired
    MockMvc web;

    @Autowired
    Catalog catalog;

    @Autowired
    Filing filing;

    @Autowired
    MovableClock time;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void every_item_is_listed_and_leads_to_its_guide() throws Exception {
        List<Element> rows = home("").select("ul.rows a.row-link");

        assertThat(rows)
                .extracting(row -> row.attr("href"))
                .containsExactlyElementsOf(catalog.items().stream()
                        .map(item -> "/items/" + item.key())
                        .toList());
        for (Element row : rows) {
            assertThat(page(row.attr("href")).select("h1").text())
                    .isEqualTo(row.select("strong").text());
        }
    }

    @Test
    void whether_an_item_can_be_applied_for_today_is_said_beside_its_name() throws Exception {
        assertThat(chip(home(""), TEACHERS)).isEqualTo("可以申请");

        time.set(LocalDateTime.of(2026, 12, 20, 9, 0));

        assertThat(chip(home(""), TEACHERS)).isEqualTo("未开放");
        assertThat(chip(home(""), "/items/score-certificate")).isEqualTo("可以申请");
    }

    @ParameterizedTest
    @CsvSource({
        "成绩证明, /items/score-certificate, ",
        "高级中学 教师, /items/teacher-qualification-senior, " + TEACHERS,
        "310105002000, " + TEACHERS + ", ",
        "招生简章, /items/recruitment-notice-filing, ",
        "办培训班, /items/training-licence, ",
        "examination RESULTS, /items/score-certificate, "
    })
    void a_search_leaves_the_items_that_fit(String query, String first, String second) throws Exception {
        Document found = home(query);

        assertThat(found.select("ul.rows a").eachAttr("href"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(first, second).filter(Objects::nonNull).toList());
        assertThat(found.select("h2").eachText())
                .contains("“" + query + "”的搜索结果")
                .doesNotContain("全部事项");
        assertThat(found.select("input[name=q]").val()).isEqualTo(query);
    }

    @Test
    void the_areas_lead_to_the_own_cases_to_the_state_of_one_and_to_verification() throws Exception {
        List<Element> areas = home("").select("ul.areas a");

        assertThat(areas)
                .extracting(area -> area.attr("href"))
                .containsExactly("/my/cases", "/status", "/verify", "/grants");
        assertThat(areas).extracting(Element::ownText).containsExactly("我的办件", "查进度", "核验证照", "许可公示");
        for (Element area : areas) {
            String answered = web.perform(
                            get(area.attr("href")).with(SignedIn.as(filing.citizen(TestPerson.unknown()))))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(Jsoup.parse(answered).select("h1").text()).isEqualTo(area.ownText());
        }
    }

    @ParameterizedTest
    @MethodSource("org.haina.service.ShippedItems#keys")
    void a_guide_draws_its_process_with_every_step_it_tells_and_none_taken(String key) throws Exception {
        Document guide = page("/items/" + key);
        ProcessModel model = ProcessModel.parse(key + ".bpmn", item(key).model());

        Element drawing = Objects.requireNonNull(guide.selectFirst("details.diagram svg.process-diagram"));
        List<String> story = model.story().stream().map(step -> step.name()).toList();
        assertThat(story).isNotEmpty();
        assertThat(guide.select("h2:contains(怎么办) + ol li"))
                .extracting(Element::ownText)
                .isEqualTo(story);
        assertThat(drawing.selectFirst("title").text()).isEqualTo(model.name());
        assertThat(drawing.select("g[data-element]").eachAttr("data-element"))
                .doesNotHaveDuplicates()
                .containsAll(model.story().stream().map(step -> step.id()).toList())
                .containsAll(model.endEvents().stream().map(end -> end.id()).toList());
        assertThat(drawing.select("g.done, g.current, polyline.done")).isEmpty();
        assertThat(drawing.select("polyline.flow")).hasSizeGreaterThanOrEqualTo(story.size() - 1);
    }

    @Test
    void a_guide_tells_how_long_each_step_takes_how_often_one_must_come_and_what_one_gets() throws Exception {
        Document guide = page("/items/school-bus-permit");

        assertThat(guide.select("h2:contains(怎么办) + ol li span").eachText())
                .containsExactly("3个工作日内", "3个工作日内", "3个工作日内", "6个工作日内", "5个工作日内", "5个工作日内");
        assertThat(guide.select("dt:contains(到办事现场次数) + dd").text()).isEqualTo("0次，全程网上办理");
        assertThat(guide.select("h2:contains(办理结果) + p").text()).isEqualTo("校车标牌（出证办结）");
        assertThat(page("/items/score-certificate")
                        .select("h2:contains(怎么办) + ol li span")
                        .eachText())
                .containsExactly("当即", "1个工作日内");
    }

    private static String chip(Document home, String item) {
        return home.select("a[href=" + item + "] .chip").text();
    }

    private ItemVersion item(String key) {
        return catalog.items().stream()
                .filter(item -> item.key().value().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Document home(String query) throws Exception {
        return Jsoup.parse(web.perform(get("/").param("q", query).locale(Locale.CHINA))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(web.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
