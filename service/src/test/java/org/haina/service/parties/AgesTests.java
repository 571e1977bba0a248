package org.haina.service.parties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.keys.PartyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Fourteen and eighteen, as far as a document or a guardian tells. */
@ServiceTest
class AgesTests {

    @Autowired
    Ages ages;

    @Autowired
    Parties parties;

    @Autowired
    Mandates mandates;

    @Autowired
    MovableClock time;

    @ParameterizedTest(name = "born {0}, on {1}: {2} years")
    @CsvSource({
        "2012-11-24, 2026-11-23, 13",
        "2012-11-23, 2026-11-23, 14",
        "2016-02-29, 2030-02-28, 13",
        "2016-02-29, 2030-03-01, 14",
        "2012-02-29, 2030-02-28, 17",
        "2012-02-29, 2030-03-01, 18"
    })
    void a_year_is_completed_on_the_birthday(LocalDate born, LocalDate today, int years) {
        assertThat(Ages.completed(born, today)).isEqualTo(years);
    }

    @ParameterizedTest(name = "{0} years and {1} days: minor {2}, under fourteen {3}")
    @CsvSource({"14, -1, true, true", "14, 0, true, false", "18, -1, true, false", "18, 0, false, false"})
    void the_number_of_the_card_tells(int years, int days, boolean minor, boolean underFourteen) {
        LocalDate born = LocalDate.now(time).minusYears(years).minusDays(days);
        PartyId person = parties.record("111", TestPerson.idNumber(born, 901), "王示岁");

        assertThat(ages.isMinor(person)).isEqualTo(minor);
        assertThat(ages.isUnderFourteen(person)).isEqualTo(underFourteen);
    }

    @Test
    void where_no_number_tells_whoever_has_a_guardian_today_is_taken_for_a_small_child() {
        LocalDate today = LocalDate.now(time);
        PartyId child = parties.record("516", "H99999777", "陈示港");
        PartyId guardian = parties.record("516", "H99999778", "陈示安");
        assertThat(ages.isMinor(child)).isFalse();

        guards(guardian, child, today.minusYears(1), today.minusDays(1));
        assertThat(ages.isMinor(child)).isFalse();
        guards(guardian, child, today, today);

        assertThat(ages.isUnderFourteen(child)).isTrue();
        assertThat(ages.isMinor(guardian)).isFalse();
    }

    @Test
    void whose_guardian_is_taken_back_is_no_older_for_it() {
        LocalDate today = LocalDate.now(time);
        PartyId child = parties.record("516", "H99999775", "陈示沪");
        Mandate mandate = guards(parties.record("516", "H99999776", "陈示平"), child, today, today.plusYears(3));

        assertThat(mandates.revoke(mandate.id(), "test")).isTrue();

        assertThat(ages.isUnderFourteen(child)).isTrue();
    }

    @Test
    void an_organisation_has_no_age() {
        PartyId company = parties.record("001", "91319999MA1FT0043X", "海纳示范教育科技有限公司");

        assertThat(ages.isMinor(company)).isFalse();
    }

    private Mandate guards(PartyId guardian, PartyId child, LocalDate from, LocalDate until) {
        Mandate mandate = Mandate.of(Mandate.Kind.GUARDIAN, guardian, child, Optional.empty(), from, until, "监护证明");
        mandates.grant(mandate, "test");
        return mandate;
    }
}
