package org.haina.service.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.haina.service.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What a partner's programmer reads. */
@ServiceTest
class ApiDescriptionTests {

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    private JsonNode api;

    @BeforeEach
    void read() throws Exception {
        api = json.readTree(web.perform(get("/api/openapi.json"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void every_operation_says_what_it_is_for_and_how_it_refuses() {
        assertThat(names(api.path("paths")))
                .contains("/api/v1/cases", "/api/v1/items/{key}", "/api/v1/work-items/{id}/complete")
                .allSatisfy(path -> assertThat(path).startsWith("/api/v1/"));
        operations().forEach(operation -> {
            assertThat(operation.path("summary").asText())
                    .as(operation.toString())
                    .isNotBlank();
            assertThat(names(operation.path("responses"))).contains("400", "429");
            assertThat(operation.at("/responses/400/$ref").asText()).isEqualTo("#/components/responses/Problem");
        });
        assertThat(names(api.at("/components/schemas/Problem/properties")))
                .contains("type", "title", "status", "detail", "correlation", "errors");
    }

    /** A new operation is a promise to partners: it is added here on purpose, or not at all. */
    @Test
    void the_operations_are_these_and_no_other() {
        Set<String> described = new TreeSet<>();
        names(api.path("paths")).forEach(path -> names(api.path("paths").path(path))
                .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(described)
                .containsExactlyInAnyOrder(
                        "GET /api/v1/items",
                        "GET /api/v1/items/{key}",
                        "GET /api/v1/items/{key}/forms/{form}",
                        "GET /api/v1/items/{key}/commitments",
                        "GET /api/v1/items/{key}/deferrals",
                        "GET /api/v1/items/{key}/guardian-consent",
                        "GET /api/v1/cases/{number}/deferred-papers",
                        "POST /api/v1/cases/{number}/deferred-papers",
                        "POST /api/v1/files",
                        "POST /api/v1/cases",
                        "GET /api/v1/cases/{number}",
                        "GET /api/v1/cases/{number}/timeline",
                        "GET /api/v1/cases/{number}/terminations",
                        "POST /api/v1/cases/{number}/terminations",
                        "GET /api/v1/cases/{number}/deadlines/{clock}",
                        "GET /api/v1/cases/{number}/documents",
                        "GET /api/v1/cases/{number}/documents/{id}",
                        "GET /api/v1/cases/{number}/certificate",
                        "GET /api/v1/work-items",
                        "POST /api/v1/work-items/{id}/claim",
                        "POST /api/v1/work-items/{id}/release",
                        "POST /api/v1/work-items/{id}/complete",
                        "GET /api/v1/certificates/{code}",
                        "GET /api/v1/grants",
                        "GET /api/v1/grants.csv",
                        "POST /api/v1/calendar-years");
    }

    @Test
    void who_calls_is_told_by_the_token_and_no_parameter() {
        Set<String> parameters = new TreeSet<>();
        operations().forEach(operation -> operation
                .path("parameters")
                .forEach(parameter -> parameters.add(parameter.path("in").asText() + " "
                        + parameter.path("name").asText())));

        assertThat(parameters).contains("path number", "header Idempotency-Key", "header If-Match");
        assertThat(parameters).noneMatch(parameter -> parameter.matches(".*(caller|official|operator|citizen).*"));
        assertThat(api.at("/components/securitySchemes/bearer/scheme").asText()).isEqualTo("bearer");
        assertThat(api.at("/paths/~1api~1v1~1cases/post/security/0/bearer").isArray())
                .isTrue();
        assertThat(api.at("/paths/~1api~1v1~1items/get/security").size()).isZero();
    }

    @Test
    void an_application_is_answered_by_created_and_needs_its_key() {
        JsonNode submit = api.at("/paths/~1api~1v1~1cases/post");

        assertThat(names(submit.path("responses")))
                .contains("201", "409", "422")
                .doesNotContain("200");
        assertThat(submit.path("parameters"))
                .filteredOn(parameter -> parameter.path("name").asText().equals("Idempotency-Key"))
                .singleElement()
                .satisfies(parameter ->
                        assertThat(parameter.path("required").asBoolean()).isTrue());
    }

    private List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        api.path("paths").forEach(path -> path.forEach(operations::add));
        return operations;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
