package org.haina.service.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItem;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Three cases of one district: filed today, ten days ago, and so long ago that the limit is over. */
@ServiceTest
class WorkListOrderTests {

    private static final String DISTRICT = "310115";
    private static final Caller.Official CLERK = SignedIn.official("clerk.order", DISTRICT, Role.CLERK);
    private static final Caller.Official OTHER = SignedIn.official("clerk.beside", DISTRICT, Role.CLERK);
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(2026, 11, 2, 10, 0);
    private static final LocalDateTime TEN_DAYS_AGO = LocalDateTime.of(2026, 11, 13, 10, 0);

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    FiledCases filed;

    @Autowired
    MovableClock time;

    private CaseNumber late;
    private CaseNumber near;
    private CaseNumber far;

    /** What is due last is filed first, so that order of arrival and order of limits are not the same. */
    @BeforeEach
    void threeCases() {
        far = filed();
        time.set(LONG_AGO);
        late = filed();
        time.set(TEN_DAYS_AGO);
        near = filed();
        time.set(MovableClock.START);
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void what_is_due_first_stands_first_and_the_colour_repeats_what_the_words_say() throws Exception {
        List<Element> rows = rows("all");

        assertThat(rows).extracting(WorkListOrderTests::number).containsExactly(late, near, far);
        assertThat(rows)
                .extracting(row -> row.select(".chip").text())
                .containsExactly("已超期 8 个工作日", "还剩 1 个工作日", "还剩 7 个工作日");
        assertThat(rows)
                .extracting(row -> row.select(".chip").attr("class"))
                .containsExactly("chip chip-red", "chip chip-yellow", "chip chip-done");
        assertThat(listed("ALL"))
                .extracting(item -> item.path("number").asText())
                .containsExactly(late.value(), near.value(), far.value());
        assertThat(listed("ALL"))
                .extracting(item -> item.path("due").asText())
                .containsExactly("2026-11-11", "2026-11-24", "2026-12-02");
    }

    @Test
    void a_page_goes_on_behind_the_place_it_is_told() throws Exception {
        String place = "2026-11-11_" + filed.task(late, CLERK).id();

        assertThat(rows("all&after=" + place))
                .extracting(WorkListOrderTests::number)
                .containsExactly(near, far);
        assertThat(listed("ALL&after=" + place))
                .extracting(item -> item.path("number").asText())
                .containsExactly(near.value(), far.value());
    }

    @Test
    void the_tabs_part_what_is_free_what_is_mine_and_what_is_anothers() throws Exception {
        WorkItem mine = filed.claimed(near, CLERK);
        filed.claimed(late, OTHER);

        assertThat(rows("unclaimed")).extracting(WorkListOrderTests::number).containsExactly(far);
        assertThat(rows("mine")).extracting(WorkListOrderTests::number).containsExactly(near);
        List<Element> all = rows("all");
        assertThat(all).extracting(WorkListOrderTests::number).containsExactly(late, near, far);
        assertThat(all)
                .extracting(row -> row.select("td[data-label=经办人]").text())
                .containsExactly("clerk.beside", "clerk.order", "—");
        assertThat(all)
                .extracting(row -> row.select("button").text().replaceAll(" .*", ""))
                .containsExactly("", "退回", "签收");
        assertThat(listed("UNCLAIMED"))
                .extracting(WorkListOrderTests::id)
                .containsExactly(filed.task(far, CLERK).id());
        assertThat(listed("MINE")).extracting(WorkListOrderTests::id).containsExactly(mine.id());
    }

    private CaseNumber filed() {
        TestPerson person = TestPerson.unknown();
        return filing.filed(person, "information-disclosure", person.disclosureRequest(DISTRICT));
    }

    /** Of this test's cases; those of the tests before are still there. */
    private List<Element> rows(String tab) throws Exception {
        return Jsoup.parse(body("/desk?item=information-disclosure&tab=" + tab)).select("table.work tbody tr").stream()
                .filter(row -> List.of(late, near, far).contains(number(row)))
                .toList();
    }

    private List<JsonNode> listed(String tab) throws Exception {
        List<JsonNode> own = new ArrayList<>();
        got("/api/v1/work-items?item=information-disclosure&tab=" + tab)
                .path("items")
                .forEach(item -> {
                    if (List.of(late, near, far)
                            .contains(new CaseNumber(item.path("number").asText()))) {
                        own.add(item);
                    }
                });
        return own;
    }

    private static CaseNumber number(Element row) {
        return new CaseNumber(row.select("a.row-open").text());
    }

    private static String id(JsonNode item) {
        return item.path("id").asText();
    }

    private JsonNode got(String address) throws Exception {
        return json.readTree(body(address));
    }

    private String body(String address) throws Exception {
        return web.perform(get(address).with(SignedIn.as(CLERK)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
