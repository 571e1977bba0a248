package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.CaseApi;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.Steering;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.OutboundLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** One person nobody else is, all the way through the service, with everything going wrong that can: where is she found? */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataTests {

    private static final String PHONE = "13900004417";
    private static final String ADDRESS = "示例路4417弄";
    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    OutboundLedger ledger;

    @Autowired
    ObjectMapper json;

    @Autowired
    SandboxServer sandbox;

    @Autowired
    JdbcClient runtime;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Test
    void over_a_whole_walk_the_log_names_nobody(CapturedOutput output) throws Exception {
        TestPerson person = person();
        CaseNumber number = walked(person);
        mistaken(person, number);
        LoggerFactory.getLogger(getClass()).info("the walk of {} is over", number);

        assertThat(output.getAll()).contains("the walk of " + number + " is over");
        assertThat(output.getAll())
                .doesNotContain(person.idNumber(), person.idNumber().substring(4), person.name(), PHONE, ADDRESS);
    }

    @Test
    void no_table_holds_a_number_or_an_address_in_clear() throws Exception {
        TestPerson person = person();
        CaseNumber number = walked(person);
        mistaken(person, number);
        TestPerson drafting = person();
        draft(drafting);

        assertThat(columns("haina")).hasSizeGreaterThan(150);
        assertThat(columns("engine")).hasSizeGreaterThan(150);
        assertThat(where(number.value()))
                .as("the search finds what is there")
                .contains("haina.case_file.number", "engine.act_hi_procinst.business_key_");
        for (String secret : List.of(person.idNumber(), drafting.idNumber(), PHONE, ADDRESS)) {
            assertThat(where(secret)).as(secret).isEmpty();
        }
    }

    private TestPerson person() {
        TestPerson person = TestPerson.unknown();
        person.raw().put("name", "司徒示例" + "甲乙丙丁戊".charAt(SERIAL.getAndIncrement()));
        return person.admit(sandbox);
    }

    private static ObjectNode application(TestPerson person) {
        return person.application().put("phone", PHONE).put("address", "上海市黄浦区" + ADDRESS + "1号");
    }

    /** Filed over the API, corrected, accepted; a register fails and is asked again; decided, issued, all papers read. */
    private CaseNumber walked(TestPerson person) throws Exception {
        TestDesk desk = new TestDesk(web, json, filing, cases);
        CaseNumber number = new CaseApi(web)
                .submit(filing.citizen(person), UUID.randomUUID().toString(), body(person))
                .number();
        desk.work(
                number,
                TestDesk.CLERK,
                "{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"/address\",\"text\":\"请写到门牌号\"}]}");
        web.perform(multipart("/cases/" + number + "/correction")
                .param("address", "上海市黄浦区" + ADDRESS + "2号")
                .param("do", "send")
                .with(csrf())
                .with(SignedIn.as(filing.citizen(person))));
        try (Steering authority = Steering.of(sandbox, "public-security").to("fail")) {
            desk.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
            TestDesk.await("a failed call", () -> failed(number).findAny().isPresent());
        }
        retry(number);
        desk.await(number, CaseStatus.REVIEWING);
        desk.work(number, TestDesk.REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"材料齐全，条件符合\"}");
        desk.work(number, TestDesk.DECIDER, "{\"outcome\":\"granted\",\"opinion\":\"\"}");
        desk.await(number, CaseStatus.GRANTED);
        for (String page : List.of("/desk/cases/#", "/api/v1/cases/#", "/cases/#/certificate")) {
            asked(get(page.replace("#", number.value())).with(SignedIn.as(TestDesk.DECIDER)), 200);
        }
        for (String page : List.of("/cases/#", "/cases/#/documents/receipt-voucher", "/cases/#/certificate")) {
            asked(get(page.replace("#", number.value())).with(SignedIn.as(filing.citizen(person))), 200);
        }
        return number;
    }

    private Stream<OutboundLedger.Entry> failed(CaseNumber number) {
        return ledger.of(number).stream().filter(entry -> entry.lastError() != null && entry.doneAt() == null);
    }

    private void retry(CaseNumber number) {
        TestDesk.await("a retry", () -> failed(number).toList().stream()
                .allMatch(entry -> ledger.retry(entry.id(), "operator.city")));
    }

    private String body(TestPerson person) throws Exception {
        ObjectNode body = (ObjectNode) json.readTree(CaseApi.body(person, filing.materials(person)));
        body.set("data", application(person));
        return body.toString();
    }

    /** Every way of sending her data wrongly: malformed, unknown, impossible, in an address, to a route that breaks. */
    private void mistaken(TestPerson person, CaseNumber number) throws Exception {
        String id = person.idNumber();
        var wrong = Map.of(
                "{\"item\":\"teacher-qualification\",\"data\":{\"idNumber\":\"" + id + "\",\"name\":\"" + person.name(),
                400,
                "{\"" + id + "\":\"" + person.name() + "\"}",
                400,
                body(person).replace("\"idNumber\":\"" + id, "\"idNumber\":\"" + id.substring(0, 16) + "AB"),
                422,
                body(person).replace("teacher-qualification", id),
                404,
                body(person),
                422);
        for (var sent : wrong.entrySet()) {
            var answer = new CaseApi(web)
                    .submit(filing.citizen(person), UUID.randomUUID().toString(), sent.getKey());
            assertThat(answer.status()).as(sent.getKey() + answer.text()).isEqualTo(sent.getValue());
        }
        asked(get("/api/v1/cases/" + id).with(SignedIn.as(TestDesk.CLERK)), 404);
        asked(get("/desk").param("number", id).param("name", person.name()).with(SignedIn.as(TestDesk.CLERK)), 200);
        asked(get("/api/probe/broken").param("idNumber", id).param("name", person.name()), 500);
        asked(
                post("/status")
                        .param("number", number.value())
                        .param("ending", id.substring(14))
                        .with(csrf()),
                200);
    }

    /** Begun, a page saved with a mistake in it, and left. */
    private void draft(TestPerson person) throws Exception {
        var citizen = SignedIn.as(filing.citizen(person));
        String draft = Objects.requireNonNull(web.perform(
                        post("/items/teacher-qualification/apply").with(csrf()).with(citizen))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        for (String way : List.of("", "/autosave")) {
            web.perform(post(draft + "/pages/person" + way)
                    .param("phone", PHONE)
                    .param("address", "上海市黄浦区" + ADDRESS + "3号")
                    .param("idNumber", person.idNumber())
                    .with(csrf())
                    .with(citizen));
        }
        String page = web.perform(get(draft + "/pages/person").with(citizen))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).as("it was kept").contains(PHONE, ADDRESS + "3号");
    }

    private void asked(MockHttpServletRequestBuilder request, int status) throws Exception {
        assertThat(web.perform(request.accept(MediaType.ALL))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(status);
    }

    private record Column(String table, String name, boolean binary) {

        String query() {
            String match = binary
                    ? "position(convert_to(:wanted, 'UTF8') in " + name + ") > 0"
                    : "position(:wanted in cast(" + name + " as text)) > 0";
            return "select exists (select 1 from " + table + " where " + match + ")";
        }
    }

    private List<Column> columns(String schema) {
        return client(schema)
                .sql(
                        "select c.table_name, c.column_name, c.data_type from information_schema.columns c"
                                + " join information_schema.tables t using (table_schema, table_name)"
                                + " where table_schema = ? and t.table_type = 'BASE TABLE' and c.data_type in"
                                + " ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea', 'ARRAY', 'USER-DEFINED')")
                .param(schema)
                .query((row, i) -> new Column(
                        schema + "." + row.getString(1),
                        row.getString(2),
                        row.getString(3).equals("bytea")))
                .list();
    }

    private List<String> where(String wanted) {
        return Stream.of("haina", "engine")
                .flatMap(schema -> columns(schema).stream().filter(column -> client(schema)
                        .sql(column.query())
                        .param("wanted", wanted)
                        .query(Boolean.class)
                        .single()))
                .map(column -> column.table() + "." + column.name())
                .toList();
    }

    private JdbcClient client(String schema) {
        return schema.equals("haina") ? JdbcClient.create(owner) : runtime;
    }
}
