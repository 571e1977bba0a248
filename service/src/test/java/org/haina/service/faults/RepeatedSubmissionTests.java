package org.haina.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.haina.service.CaseApi;
import org.haina.service.CaseApi.Answer;
import org.haina.service.CaseOracle;
import org.haina.service.DatabaseProbe;
import org.haina.service.DatabaseProbe.Cut;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Double clicks, two tabs, impatient programs, lost connections: one application is one case. */
@ServiceTest
class RepeatedSubmissionTests {

    private static final int MANY = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    DatabaseProbe database;

    @Autowired
    DataSource dataSource;

    @Autowired
    Flyway flyway;

    private CaseApi api;
    private CaseOracle oracle;
    private Caller.Citizen citizen;
    private String body;

    @BeforeEach
    void person() {
        api = new CaseApi(web);
        oracle = new CaseOracle(JdbcClient.create(dataSource));
        TestPerson person = TestPerson.unknown();
        citizen = filing.citizen(person);
        body = CaseApi.body(person, filing.materials(person));
    }

    @Test
    void twenty_equal_requests_at_once_make_one_case() throws Exception {
        String key = key();

        List<Answer> answers = Together.run(Collections.nCopies(MANY, () -> api.submit(citizen, key, body)));

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409).contains(201);
        Set<CaseNumber> numbers = numbers(answers);
        assertThat(numbers).hasSize(1);
        assertThat(api.submit(citizen, key, body).number())
                .isEqualTo(numbers.iterator().next());
        assertOneCase(numbers);
    }

    /** The first request is held where it writes down what its key has led to, with everything else done. */
    @Test
    void while_the_first_request_is_running_its_key_is_refused_and_later_leads_to_the_case() throws Exception {
        String key = key();
        CompletableFuture<Answer> first;

        try (Connection owner = flyway.getConfiguration().getDataSource().getConnection();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table haina.submission in exclusive mode");
            first = CompletableFuture.supplyAsync(() -> submitted(key));
            TestDesk.await("the first request at its last step", () -> waitingToWrite() == 1);

            Answer second = api.submit(citizen, key, body);

            assertThat(second.status()).as(second.text()).isEqualTo(409);
            assertThat(JSON.readTree(second.text()).path("type").asText()).isEqualTo("/problems/request-in-progress");
            assertThat(second.text()).contains("正在处理", "同一个 Idempotency-Key 再试");
            assertThat(first).isNotDone();
            owner.rollback();
        }

        assertThat(first.get(30, TimeUnit.SECONDS).status()).isEqualTo(201);
        Answer third = api.submit(citizen, key, body);
        assertThat(third.status()).isEqualTo(201);
        assertThat(third.number()).isEqualTo(first.get().number());
        assertOneCase(Set.of(third.number()));
    }

    @Test
    void two_tabs_with_keys_of_their_own_make_one_case() throws Exception {
        List<Answer> answers = Together.run(IntStream.range(0, MANY)
                .<Callable<Answer>>mapToObj(i -> () -> api.submit(citizen, key(), body))
                .toList());

        Set<CaseNumber> numbers = numbers(answers);
        assertThat(numbers).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(MANY - 1)
                .allSatisfy(answer -> assertThat(answer.text())
                        .contains("already-applied", numbers.iterator().next().value()));
        assertOneCase(numbers);
    }

    /** The database has committed, or not; the service cannot know and says that it failed. */
    @ParameterizedTest
    @EnumSource(Cut.class)
    void after_a_connection_lost_at_commit_the_same_key_leads_to_one_case(Cut where) throws Exception {
        String key = key();

        Answer failed = database.losing(where, () -> api.submit(citizen, key, body));
        assertThat(failed.status()).isGreaterThanOrEqualTo(500);
        assertThat(oracle.casesOf(citizen.party())).isEqualTo(where == Cut.AFTER_COMMIT ? 1 : 0);

        Answer again = api.submit(citizen, key, body);
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertOneCase(Set.of(again.number()));
    }

    @Test
    void the_order_of_members_makes_no_other_request_but_another_answer_does() throws Exception {
        String key = key();
        CaseNumber number = api.submit(citizen, key, body).number();

        Answer reordered =
                api.submit(citizen, key, reversed(JSON.readTree(body)).toString());
        assertThat(reordered.status()).as(reordered.text()).isEqualTo(201);
        assertThat(reordered.number()).isEqualTo(number);

        ObjectNode other = (ObjectNode) JSON.readTree(body);
        ((ObjectNode) other.get("data")).put("phone", "13900009999");
        assertThat(api.submit(citizen, key, other.toString()).text()).contains("idempotency-key-reused");
        assertOneCase(Set.of(number));
    }

    @Test
    void a_key_of_somebody_else_leads_to_an_own_case_and_shows_nothing_of_the_other() throws Exception {
        String key = key();
        CaseNumber first = api.submit(citizen, key, body).number();
        TestPerson other = TestPerson.unknown();

        Answer answer = api.submit(filing.citizen(other), key, CaseApi.body(other, filing.materials(other)));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text()).doesNotContain(first.value());
    }

    private Answer submitted(String key) {
        try {
            return api.submit(citizen, key, body);
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private int waitingToWrite() {
        return JdbcClient.create(dataSource)
                .sql("select count(*) from pg_locks where relation = 'haina.submission'::regclass and not granted")
                .query(Integer.class)
                .single();
    }

    private void assertOneCase(Set<CaseNumber> numbers) {
        assertThat(oracle.casesOf(citizen.party())).isEqualTo(1);
        assertThat(oracle.faultsOf(numbers)).isEmpty();
    }

    private static Set<CaseNumber> numbers(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(Answer::number)
                .collect(Collectors.toSet());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static JsonNode reversed(JsonNode node) {
        if (!node.isObject()) {
            return node;
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        Collections.reverse(names);
        ObjectNode reversed = JSON.createObjectNode();
        names.forEach(name -> reversed.set(name, reversed(node.get(name))));
        return reversed;
    }
}
