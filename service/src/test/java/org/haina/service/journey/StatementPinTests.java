package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.haina.service.CaseApi;
import org.haina.service.DatabaseProbe;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/**
 * How many statements the busiest requests send. A number that rises needs a reason; one that falls is pinned
 * anew. What the engine sends as one batch counts once.
 */
@ServiceTest
class StatementPinTests {

    private static final Caller.Official CLERK = SignedIn.clerk("310101");

    @Autowired
    MockMvc web;

    @Autowired
    DatabaseProbe database;

    @Autowired
    Filing filing;

    @Autowired
    WorkItems items;

    private CaseApi api;

    @BeforeEach
    void warm() throws Exception {
        api = new CaseApi(web);
        filed();
    }

    /**
     * Engine 10: definitions of process and phase 2, batches of inserts 8. Ours 15: the person's number and name 1 and age 1, files
     * 1, their links 1, locks of key and applicant 1, earlier result and earlier case 2, case with secrets, materials and
     * time line 1, clocks 1, the work item with case, name and deadline 4, process of the case 1, log 1, result 1.
     */
    @Test
    void a_submission() throws Exception {
        TestPerson person = TestPerson.unknown();
        Caller.Citizen citizen = filing.citizen(person);
        List<SuppliedMaterial> materials = filing.materials(person);

        assertStatements(
                26, () -> api.submit(citizen, UUID.randomUUID().toString(), CaseApi.body(person, materials)), 201);
    }

    /** The item before and after, the claim, the log, and the complaints about the case and what it goes on with 2. */
    @Test
    void a_claim() throws Exception {
        WorkItem item = filed();

        assertStatements(6, () -> api.claim(item.id(), CLERK), 200);
    }

    /**
     * Engine 34: reads 20, batches of writes 14. Ours 32: whether he may read the case and the person's age 3, the case's lock 1, the task 4 and its log 1, what stands against it 3, the case 3 and its log 1, clocks 5,
     * the notice with number, name and deadline 7, secrets, checks and the questions to six registers 4.
     */
    @Test
    void a_completion() throws Exception {
        WorkItem item = filed();
        String tag = api.claim(item.id(), CLERK).tag();

        assertStatements(66, () -> api.complete(item.id(), tag, "accept", CLERK), 204);
    }

    /**
     * Session and page frame aside: case, parties and secrets, answers of registers, materials, opinions, corrections,
     * documents, limits with their explanation, the task, what else may be done, time line, calls, log of the look; whether he
     * may read a minor's case, what may be taken back, what stands upon a promise, steps that have failed, consent, services on paper.
     */
    @Test
    void a_case_page() throws Exception {
        WorkItem item = filed();
        String tag = api.claim(item.id(), CLERK).tag();
        api.complete(item.id(), tag, "accept", CLERK);

        List<String> sent =
                ownOf(() -> web.perform(get("/desk/cases/" + item.number()).with(SignedIn.as(CLERK)))
                        .andExpect(status().isOk()));
        assertThat(sent).as(String.join("\n", sent)).hasSize(28);
    }

    private WorkItem filed() throws Exception {
        CaseNumber number = filing.filed(TestPerson.unknown());
        return items.openFor(number, CLERK).orElseThrow();
    }

    private void assertStatements(int pinned, Callable<CaseApi.Answer> request, int status) throws Exception {
        List<String> sent = ownOf(() -> {
            CaseApi.Answer answer = request.call();
            assertThat(answer.status()).as(answer.text()).isEqualTo(status);
            return answer;
        });
        assertThat(sent).as(String.join("\n", sent)).hasSize(pinned);
    }

    /** Without the look at the versions offered, which whoever comes after some seconds takes for all. */
    private List<String> ownOf(Callable<?> request) throws Exception {
        return database.statementsOf(request).stream()
                .filter(statement -> !statement.contains("from item_version where state = 'PUBLISHED'"))
                .toList();
    }
}
