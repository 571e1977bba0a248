package org.haina.service.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.complaints.Complainants.SUPERVISOR;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDateTime;
import java.util.List;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItems;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody may answer, or nobody does: the complaint is the operator's to find a supervisor for. */
@ServiceTest
class UntakenComplaintsTests {

    private static final Official OPERATOR = SignedIn.official("operator.city", "310000", Role.OPERATOR);

    @Autowired
    Complainants complainants;

    @Autowired
    UntakenComplaints untaken;

    @Autowired
    WorkItems items;

    @Autowired
    Filing filing;

    @Autowired
    MovableClock time;

    @Autowired
    MeterRegistry meters;

    @Autowired
    SandboxServer sandbox;

    private TestPerson person;
    private CaseNumber slow;

    @BeforeEach
    void a_case_that_the_one_supervisor_of_the_city_has_had_in_hand() throws Exception {
        person = TestPerson.admitted(sandbox);
        slow = filing.filed(person);
        Official once = SignedIn.official(SUPERVISOR.account(), "310101", Role.CLERK);
        items.claim(items.openFor(slow, once).orElseThrow().id(), once);
    }

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void what_nobody_may_answer_is_on_the_operator_s_list_after_two_working_days_until_somebody_takes_it()
            throws Exception {
        CaseNumber number = complainants.complained(person, slow.value());
        assertThat(items.openFor(number, SUPERVISOR)).as("barred").isEmpty();
        time.set(LocalDateTime.of(2026, 11, 25, 9, 0));
        assertThat(numbers()).doesNotContain(number);

        time.set(LocalDateTime.of(2026, 11, 26, 9, 0));

        assertThat(untaken.list()).anySatisfy(one -> {
            assertThat(one.number()).isEqualTo(number);
            assertThat(one.barred()).isPositive();
        });
        Document page = complainants.page("/oversight/stuck", OPERATOR);
        assertThat(page.select("section:has(#untaken-title) tr:contains(" + number + ")"))
                .hasSize(1);
        assertThat(page.text()).doesNotContain(slow.value(), "承诺的日期过了十天");
        assertThat(page.select("nav").text()).containsPattern("卡住的办件（\\d+）");
        assertThat(meters.get("haina.complaints.untaken").gauge().value()).isPositive();

        Official fresh = SignedIn.official("fresh.city", "310000", Role.SUPERVISOR);
        items.claim(items.openFor(number, fresh).orElseThrow().id(), fresh);
        assertThat(numbers()).doesNotContain(number);
    }

    private List<CaseNumber> numbers() {
        return untaken.list().stream().map(UntakenComplaints.Untaken::number).toList();
    }
}
