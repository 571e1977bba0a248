package org.haina.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.haina.service.CaseApi;
import org.haina.service.CaseApi.Answer;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItems;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Two clerks on one task: one wins, the other is told who did. */
@ServiceTest
class CompletionRaceTests {

    private static final Caller.Official ONE = SignedIn.official("clerk.one", "310101", Role.CLERK);
    private static final Caller.Official TWO = SignedIn.official("clerk.two", "310101", Role.CLERK);

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    WorkItems items;

    @Autowired
    DataSource dataSource;

    @Test
    void of_two_clerks_one_claims_and_of_all_completions_one_counts() throws Exception {
        int rounds = Boolean.getBoolean("haina.test.long") ? 1000 : 20;
        for (int round = 0; round < Integer.getInteger("haina.test.rounds", rounds); round++) {
            CaseNumber number = filing.filed(TestPerson.unknown());
            race(number, items.openFor(number, ONE).orElseThrow().id());
        }
    }

    private void race(CaseNumber number, String item) throws Exception {
        CaseApi api = new CaseApi(web);
        List<Answer> claims = Together.run(List.of(() -> api.claim(item, ONE), () -> api.claim(item, TWO)));
        assertThat(claims).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        boolean oneWon = claims.get(0).status() == 200;
        Caller.Official winner = oneWon ? ONE : TWO;
        Caller.Official loser = oneWon ? TWO : ONE;
        assertThat(claims.get(oneWon ? 1 : 0).text()).contains(winner.displayName());
        String tag = claims.get(oneWon ? 0 : 1).tag();

        List<Answer> completions = Together.run(List.of(
                () -> api.complete(item, tag, "accept", winner),
                () -> api.complete(item, tag, "accept", winner),
                () -> api.complete(item, tag, "accept", loser)));

        assertThat(completions).extracting(Answer::status).containsExactlyInAnyOrder(204, 409, 409);
        assertThat(completions.get(2).status()).isEqualTo(409);
        assertThat(completions)
                .filteredOn(answer -> answer.status() == 409)
                .allSatisfy(answer -> assertThat(answer.text()).contains(winner.displayName()));
        assertThat(acceptances(number)).isEqualTo(1);
    }

    private int acceptances(CaseNumber number) {
        return JdbcClient.create(dataSource)
                .sql("select count(*) from case_event where case_number = ? and kind = 'ACCEPT'")
                .param(number.value())
                .query(Integer.class)
                .single();
    }
}
