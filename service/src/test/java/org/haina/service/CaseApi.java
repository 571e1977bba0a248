package org.haina.service;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.keys.CaseNumber;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The calls of the API that tests of many submissions make, on the thread that asks. */
public final class CaseApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MockMvc web;

    public CaseApi(MockMvc web) {
        this.web = web;
    }

    /** The body of an application with everything it needs. */
    public static String body(TestPerson person, List<SuppliedMaterial> materials) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("item", "teacher-qualification");
        body.set("data", person.application());
        ArrayNode list = body.putArray("materials");
        materials.forEach(m -> list.addObject().put("key", m.key()).put("file", m.reference()));
        return body.toString();
    }

    public Answer submit(Caller sender, String key, String body) throws Exception {
        return call(
                post("/api/v1/cases")
                        .header("Idempotency-Key", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body),
                sender);
    }

    public Answer claim(String workItem, Caller.Official official) throws Exception {
        return call(post("/api/v1/work-items/" + workItem + "/claim"), official);
    }

    public Answer complete(String workItem, String version, String outcome, Caller.Official official) throws Exception {
        return call(
                post("/api/v1/work-items/" + workItem + "/complete")
                        .header("If-Match", version)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JSON.writeValueAsString(Map.of("outcome", outcome))),
                official);
    }

    private Answer call(MockHttpServletRequestBuilder request, Caller caller) throws Exception {
        MockHttpServletResponse response =
                web.perform(request.with(SignedIn.as(caller))).andReturn().getResponse();
        return new Answer(response);
    }

    /** What came back. */
    public record Answer(MockHttpServletResponse response) {

        public int status() {
            return response.getStatus();
        }

        public String text() {
            try {
                return response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException(e);
            }
        }

        public CaseNumber number() {
            try {
                return new CaseNumber(JSON.readTree(text()).path("number").asText());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        public String tag() {
            return String.valueOf(response.getHeader("ETag"));
        }
    }
}
