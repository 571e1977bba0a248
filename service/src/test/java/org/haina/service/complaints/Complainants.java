package org.haina.service.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.haina.service.Filing;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.keys.CaseNumber;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Citizens who complain, by the pages and by the API, and the supervisor of the city who answers. */
@Lazy
@Component
class Complainants {

    static final Caller.Official SUPERVISOR = SignedIn.official("supervisor.city", "310000", Role.SUPERVISOR);

    private final MockMvc web;
    private final ObjectMapper json;
    private final Filing filing;

    Complainants(MockMvc web, ObjectMapper json, Filing filing) {
        this.web = web;
        this.json = json;
        this.filing = filing;
    }

    /** From a page to the form of the complaint it leads to. */
    String askedFrom(String path, TestPerson person) throws Exception {
        String entry = page(path, person).select("footer a:contains(投诉)").attr("href");
        var form = page(entry, person).select("main form").first();
        assertThat(form).isNotNull();
        return String.valueOf(web.perform(post(form.attr("action"))
                        .with(SignedIn.as(filing.citizen(person)))
                        .with(csrf())
                        .param("case", form.select("input[name=case]").val()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    /** Fills in the one page, looks it through and sends it. */
    CaseNumber sent(String page, TestPerson person, Map<String, String> answers) throws Exception {
        var saving = post(page)
                .with(SignedIn.as(filing.citizen(person)))
                .with(csrf())
                .param("seen", page(page, person).select("#seen").val());
        answers.forEach(saving::param);
        String check = web.perform(saving).andReturn().getResponse().getRedirectedUrl();
        assertThat(check).endsWith("/check");
        Document looked = page(check, person);
        assertThat(looked.select("main").text()).contains("提交投诉", "被投诉的机关看不到");
        String receipt = web.perform(post(check.replace("/check", "/submit"))
                        .with(SignedIn.as(filing.citizen(person)))
                        .with(csrf())
                        .param("version", looked.select("input[name=version]").val()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return new CaseNumber(String.valueOf(receipt).replaceAll(".*/cases/([^/?]+).*", "$1"));
    }

    /** About the delay of a case of Huangpu, or of none if the text is empty; by the API. */
    ResultActions complain(TestPerson person, String about) throws Exception {
        ObjectNode request = json.createObjectNode().put("item", "complaint");
        request.putArray("materials");
        ObjectNode data = request.putObject("data")
                .put("kind", "delay")
                .put("story", "承诺的日期过了十天还没有结果。")
                .put("subjectLevel", "district")
                .put("subjectDistrict", "310101");
        if (!about.isEmpty()) {
            data.put("caseNumber", about);
        }
        return web.perform(post("/api/v1/cases")
                .with(SignedIn.as(filing.citizen(person)))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(request.toString()));
    }

    CaseNumber complained(TestPerson person, String about) throws Exception {
        return new CaseNumber(json.readTree(complain(person, about)
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .path("number")
                .asText());
    }

    Document page(String path, TestPerson person) throws Exception {
        return page(path, filing.citizen(person));
    }

    Document page(String path, Caller caller) throws Exception {
        return Jsoup.parse(web.perform(get(path).with(SignedIn.as(caller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    ResultActions asked(String path, Caller caller) throws Exception {
        return web.perform(get(path).with(SignedIn.as(caller)));
    }

    ResultActions claimed(String id, Caller caller) throws Exception {
        return web.perform(post("/api/v1/work-items/" + id + "/claim").with(SignedIn.as(caller)));
    }

    ResultActions released(String id, Caller caller) throws Exception {
        return web.perform(post("/api/v1/work-items/" + id + "/release").with(SignedIn.as(caller)));
    }
}
