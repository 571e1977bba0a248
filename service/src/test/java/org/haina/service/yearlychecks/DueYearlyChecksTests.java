package org.haina.service.yearlychecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.issuance.Licence;
import org.haina.service.issuance.Licences;
import org.haina.service.issuance.ManyLicences;
import org.haina.service.journey.LicenceChanges;
import org.haina.service.keys.CaseNumber;
import org.haina.service.renewals.SchoolLicences;
import org.haina.service.renewals.SchoolLicences.Held;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A look for due checks reads what is due, however many licences there are, and the day passes on to the next edition. */
@ServiceTest
class DueYearlyChecksTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    DueYearlyChecks due;

    @Autowired
    YearlyChecks checks;

    @Autowired
    SchoolLicences schools;

    @Autowired
    LicenceChanges changes;

    @Autowired
    Licences licences;

    @Autowired
    ManyLicences many;

    @Autowired
    MovableClock time;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    looked into this year      | next_check = 2027
                    being looked into          | next_check = null
                    ended years ago, unchecked | next_check = 2020, valid_until = '2021-01-01'
                    """)
    void licences_that_are_not_due_are_not_read(String which, String columns) throws Exception {
        Held like = schools.ofLastYear(LocalDate.of(2028, 6, 1));

        long read = many.read(
                like.granted(),
                columns,
                YearlyCheckRows.DUE,
                Map.of(
                        "item",
                        "training-licence",
                        "years",
                        IntStream.rangeClosed(2000, 2026).boxed().toArray(Integer[]::new),
                        "today",
                        TODAY,
                        "but",
                        new String[0]));

        assertThat(read).as(which).isBetween(1L, 500L);
    }

    @Test
    void an_edition_that_comes_while_a_check_is_open_waits_for_its_end_as_the_one_before() throws Exception {
        Held held = schools.ofLastYear(TODAY.plusDays(45));
        due.open();
        CaseNumber renewal =
                changes.number(changes.apply(changes.renewal(held.holder(), held.licence()), held.holder()));
        renewed(renewal);
        Licence now = licences.grantedBy(held.granted()).orElseThrow();
        assertThat(now.issuedBy()).isEqualTo(renewal);
        assertThat(now.grantedBy()).isEqualTo(held.granted());

        time.set(LocalDate.of(2027, 3, 1).atTime(9, 0));
        due.open();
        assertThat(checks.of(held.granted())).as("2026 is open").hasSize(1);
        changes.work(held.granted(), TestDesk.REVIEWER, "{\"outcome\":\"passed\",\"opinion\":\"已核查材料\"}");
        due.open();

        assertThat(checks.of(held.granted())).extracting(YearlyCheck::year).containsExactly(2027, 2026);
    }

    private void renewed(CaseNumber renewal) throws Exception {
        schools.atTask(renewal, TestDesk.CLERK);
        changes.work(renewal, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        schools.atTask(renewal, TestDesk.REVIEWER);
        changes.work(renewal, TestDesk.REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"检查没有发现问题\"}");
        changes.work(renewal, TestDesk.DECIDER, "{\"outcome\":\"granted\",\"opinion\":\"同意\"}");
        changes.await(renewal, org.haina.service.cases.CaseStatus.GRANTED);
    }
}
