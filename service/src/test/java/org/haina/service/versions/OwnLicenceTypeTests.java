package org.haina.service.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.haina.integrations.registers.Authorities;
import org.haina.integrations.registers.RegisterRequest;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.SandboxAuthorities;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.catalog.Authoring;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A kind of certificate that nobody knew before comes with the item's files and goes all the way. */
@ServiceTest
class OwnLicenceTypeTests {

    private static final String ITEM = "score-certificate";
    private static final String YAML = "certificates/services/" + ITEM + "/" + ITEM + ".yaml";
    private static final String CODE = "11319999T100000133908";
    private static final String DECLARED =
            """
            licenceType:
              key: result-sheet
              title: 学业成绩单
              surface:
                - {key: name, element: XM, label: 姓名}
                - {key: examination, element: KSMC, label: 考试科类}
                - {key: year, element: KSNF, label: 年份}
                - {key: candidateNumber, element: ZKZH, label: 准考证号}
                - {key: number, element: CJDH, label: 成绩单号}
                - {key: authority, element: CJJG, label: 出具机构}
                - {key: issuedOn, element: CJRQ, label: 出具日期}
            """;

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    ApplicationContext context;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    Authorities authorities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SandboxServer sandbox;

    @TempDir
    Path folder;

    private Authoring author;

    @BeforeEach
    void an_item_with_a_type_of_its_own_is_published() throws IOException {
        author = new Authoring(context, folder);
        author.change(YAML, "type: 11319999T100000133005", "type: " + CODE + "\n" + DECLARED.strip());
        author.published("services", ITEM);
    }

    @AfterEach
    void what_was_offered_is_offered_again() {
        author.restore();
    }

    @Test
    void it_is_issued_registered_verified_and_found_again_under_the_name_its_item_gives_it() throws Exception {
        TestPerson person = TestPerson.admitted(sandbox);
        CaseNumber number = filing.filed(person, ITEM, person.scoreApplication());

        new TestDesk(web, json, filing, cases).await(number, CaseStatus.GRANTED);

        assertThat(cases.timeline(number)).extracting(TimelineEntry::label).contains("学业成绩单已制作并签名");
        web.perform(get("/api/v1/certificates/" + code(number)))
                .andExpect(jsonPath("$.status").value("VALID"))
                .andExpect(jsonPath("$.title").value("学业成绩单"))
                .andExpect(jsonPath("$.fields[0].label").value("考试科类"));
        JsonNode registered = registered(number);
        assertThat(registered.path("ZZMC").asText()).isEqualTo("学业成绩单");
        assertThat(registered.path("ZZLXDM").asText()).isEqualTo(CODE);
        assertThat(registered.path("ZZBS").asText()).startsWith("1.2.156.3005.2." + CODE + ".");
        assertThat(registered.path("surface").toString()).contains("CJDH", "成绩单号");
        assertThat(held(person)).contains("\"type\":\"result-sheet\"");
    }

    private String code(CaseNumber number) {
        return jdbc.sql("select code from certificate where case_number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
    }

    private JsonNode registered(CaseNumber number) {
        return SandboxAuthorities.effects(sandbox, "licence-store", "register").stream()
                .map(effect -> effect.path("body"))
                .filter(body -> body.toString().contains(number.value()))
                .findFirst()
                .orElseThrow();
    }

    private String held(TestPerson person) {
        ObjectNode holder = json.createObjectNode().put("name", person.name()).put("idNumber", person.idNumber());
        return authorities
                .registers()
                .ask(new RegisterRequest(
                        "licence-store", "licences", holder, UUID.randomUUID().toString(), "查看本人证照"))
                .fields()
                .toString();
    }
}
