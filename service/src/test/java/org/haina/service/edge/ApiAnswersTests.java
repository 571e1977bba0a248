package org.haina.service.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.ShippedItems;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What a partner's program reads of items and of its case, to the last member. */
@ServiceTest
class ApiAnswersTests {

    private static final String TEACHER = "/api/v1/items/teacher-qualification";

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Test
    void the_items_are_listed_with_their_names_and_whether_one_can_apply_now() throws Exception {
        JsonNode items = got("/api/v1/items", new Caller.Anonymous()).path("items");

        assertThat(items.findValuesAsText("key"))
                .contains("teacher-qualification", "consultation")
                .containsExactlyInAnyOrderElementsOf(ShippedItems.keys());
        assertThat(items)
                .filteredOn(item -> item.path("key").asText().equals("teacher-qualification"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.fieldNames())
                            .toIterable()
                            .containsExactly("key", "area", "title", "titleEn", "version", "open");
                    assertThat(item.path("area").asText()).isEqualTo("services");
                    assertThat(item.path("title").asText()).startsWith("教师资格认定");
                    assertThat(item.path("titleEn").asText()).isNotBlank();
                    assertThat(item.path("version").asText()).matches("\\d+\\.\\d+\\.\\d+");
                    assertThat(item.path("open").asBoolean()).isTrue();
                });
    }

    @Test
    void an_item_says_what_its_guide_says() throws Exception {
        JsonNode item = got(TEACHER, new Caller.Anonymous());

        assertThat(item.path("key").asText()).isEqualTo("teacher-qualification");
        assertThat(item.at("/title/zh").asText()).startsWith("教师资格认定");
        assertThat(item.at("/limits/decision/statutory").asInt()).isEqualTo(30);
        assertThat(item.at("/limits/decision/promised").asInt()).isEqualTo(20);
        assertThat(item.path("clockPolicy").asText()).isEqualTo("teacher-regulation");
        assertThat(item.path("fee").path("charged").asBoolean(true)).isFalse();
        assertThat(item.at("/forms/apply").asText()).isEqualTo("apply");
        assertThat(item.path("materials").findValuesAsText("key"))
                .containsExactly(
                        "identity",
                        "photo",
                        "diploma",
                        "mandarin",
                        "exam-certificate",
                        "ability-certificate",
                        "medical",
                        "no-crime");
        assertThat(item.path("legalBasis"))
                .isNotEmpty()
                .allSatisfy(basis -> assertThat(basis.path("article").asText()).isNotBlank());
        assertThat(item.path("window").path("rounds")).isNotEmpty();
    }

    @Test
    void a_form_comes_as_schema_and_layout_that_name_the_same_fields() throws Exception {
        JsonNode form = got(TEACHER + "/forms/apply", new Caller.Anonymous());

        assertThat(form.fieldNames()).toIterable().containsExactlyInAnyOrder("schema", "layout");
        assertThat(form.at("/schema/$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        List<String> asked = form.at("/layout/pages").findValuesAsText("field");
        assertThat(asked).contains("schoolLevel", "subject", "idNumber", "phone");
        assertThat(form.at("/schema/properties").fieldNames()).toIterable().isSubsetOf(asked);
        assertThat(form.at("/layout/pages/0/title/zh").asText()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/items/no-such-item", TEACHER + "/forms/no-such-form"})
    void what_does_not_exist_is_said_in_words(String address) throws Exception {
        JsonNode problem = json.readTree(web.perform(get(address))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));

        assertThat(problem.path("type").asText()).isEqualTo("/problems/not-found");
        assertThat(problem.path("detail").asText()).contains("没有这个事项");
    }

    @Test
    void the_time_line_of_a_case_is_the_same_for_applicant_and_official_oldest_first() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = filing.filed(person);
        new TestDesk(web, json, filing, cases)
                .work(
                        number,
                        TestDesk.CLERK,
                        "{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"/major\",\"text\":\"专业与证书不一致\"}]}");

        JsonNode line = got("/api/v1/cases/" + number + "/timeline", filing.citizen(person));

        assertThat(line.fieldNames()).toIterable().containsExactly("items");
        assertThat(line.path("items")).allSatisfy(entry -> {
            assertThat(entry.fieldNames()).toIterable().containsExactly("at", "kind", "label", "by", "note");
            assertThat(entry.path("at").asText()).isEqualTo("2026-11-23T02:00:00Z");
        });
        assertThat(line.path("items").findValuesAsText("kind")).containsExactly("RECEIVE", "ASK_CORRECTION");
        assertThat(line.path("items").findValuesAsText("label")).contains("发出一次性告知");
        assertThat(line.path("items").findValuesAsText("by")).first().isEqualTo("申请人");
        assertThat(got("/api/v1/cases/" + number + "/timeline", TestDesk.CLERK)).isEqualTo(line);
    }

    private JsonNode got(String address, Caller caller) throws Exception {
        var request = get(address);
        return json.readTree(
                web.perform(caller instanceof Caller.Anonymous ? request : request.with(SignedIn.as(caller)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }
}
