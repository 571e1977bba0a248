package org.haina.service.publications;

import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What a stranger reads of grants, and what a supervisor does about it. */
@Lazy
@Component
public class PublicGrants {

    static final Official SUPERVISOR = SignedIn.official("supervisor.city", "310000", Role.SUPERVISOR);

    private final MockMvc web;
    private final ObjectMapper json;
    private final Documents documents;

    PublicGrants(MockMvc web, ObjectMapper json, Documents documents) {
        this.web = web;
        this.json = json;
        this.documents = documents;
    }

    /** Number of the decision that granted. */
    public String decision(CaseNumber number) {
        return letter(number, DocumentType.DECISION_GRANTED);
    }

    String letter(CaseNumber number, DocumentType type) {
        return documents.of(number).stream()
                .filter(document -> document.type() == type)
                .findFirst()
                .orElseThrow()
                .number();
    }

    /** The published entry of a case; missing if there is none. */
    public JsonNode entry(CaseNumber number) throws Exception {
        String decision = decision(number);
        for (JsonNode entry :
                listed("document=" + coded(decision) + "&limit=1000").path("items")) {
            if (entry.path("document").asText().equals(decision)) {
                return entry;
            }
        }
        return json.missingNode();
    }

    public JsonNode listed(String query) throws Exception {
        return json.readTree(text("/api/v1/grants?" + query));
    }

    String text(String address) throws Exception {
        return web.perform(get(URI.create(address)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    Document page(String query) throws Exception {
        return Jsoup.parse(text("/grants?" + query));
    }

    ResultActions asked(String address) throws Exception {
        return web.perform(get(URI.create(address)));
    }

    /** As a supervisor sends one of the two forms. */
    ResultActions sent(Official official, UUID entry, String act, Map<String, String> fields) throws Exception {
        var form = post("/oversight/grants/" + entry + "/" + act);
        fields.forEach(form::param);
        return web.perform(form.with(csrf()).with(SignedIn.as(official)));
    }

    Document managed(String document) throws Exception {
        return Jsoup.parse(web.perform(get(URI.create("/oversight/grants?document=" + coded(document)))
                        .with(SignedIn.as(SUPERVISOR)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    public static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
