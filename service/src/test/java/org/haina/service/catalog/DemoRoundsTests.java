package org.haina.service.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.haina.processes.ItemDefinition;
import org.haina.processes.Window.Round;
import org.junit.jupiter.api.Test;

class DemoRoundsTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ItemDefinition ITEM = item();

    @Test
    void something_can_be_applied_for_on_every_day() {
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() < 2029; day = day.plusDays(1)) {
            assertThat(roundOn(day).isOpenOn(day)).as(day.toString()).isTrue();
        }
    }

    @Test
    void a_real_round_is_left_as_it_is() {
        LocalDate day = ITEM.window().rounds().get(0).opens();

        assertThat(at(day)).isSameAs(ITEM);
    }

    @Test
    void the_round_of_a_demonstration_ends_before_the_next_real_one() {
        Round real = ITEM.window().rounds().get(0);

        assertThat(roundOn(real.opens().minusDays(1)).closes())
                .isEqualTo(real.opens().minusDays(1));
        assertThat(roundOn(real.closes().plusDays(1)).opens())
                .isEqualTo(real.closes().plusDays(1));
    }

    @Test
    void a_case_of_last_month_still_finds_its_round() {
        LocalDate filed = LocalDate.of(2028, 3, 31);

        assertThat(at(filed.plusDays(10)).window().openOn(filed)).isPresent();
    }

    private static Round roundOn(LocalDate day) {
        return at(day).window().openOn(day).orElseThrow();
    }

    private static ItemDefinition at(LocalDate day) {
        return new DemoRounds(Clock.fixed(day.atStartOfDay(SHANGHAI).toInstant(), SHANGHAI)).apply(ITEM);
    }

    private static ItemDefinition item() {
        String path = "/haina/processes/services/teacher-qualification/item.yaml";
        try (var in = DemoRoundsTests.class.getResourceAsStream(path)) {
            return ItemDefinition.parse(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
