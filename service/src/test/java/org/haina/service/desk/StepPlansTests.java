package org.haina.service.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.haina.processes.ItemDefinition;
import org.haina.service.calendar.ShippedCalendar;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.workflow.PassedActivity;
import org.junit.jupiter.api.Test;

class StepPlansTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final ItemDefinition bus = item("services/school-bus-permit");
    private final ItemDefinition teacher = item("services/teacher-qualification");

    @Test
    void a_plan_counts_the_days_the_decision_is_counted_in() {
        // The twentieth of September 2026 is a working Sunday before the holiday from the twenty-fifth on.
        assertThat(at(18).until(bus, entered(bus, "Task_Review", 18))).hasValue(LocalDate.of(2026, 9, 28));
        assertThat(at(18).until(teacher, entered(teacher, "Task_Review", 18))).hasValue(LocalDate.of(2026, 9, 26));
    }

    @Test
    void what_is_no_step_of_the_guide_or_no_planned_item_has_no_plan() {
        assertThat(at(18).until(bus, entered(bus, "Task_CloseGranted", 18))).isEmpty();
        assertThat(at(18).until(bus, entered(teacher, "Task_Review", 18))).isEmpty();
    }

    @Test
    void a_step_is_late_from_the_day_after_the_last_and_stays_so_if_it_was() {
        PassedActivity open = entered(bus, "Task_Intake", 7);
        LocalDate until = LocalDate.of(2026, 9, 10);

        assertThat(at(10).until(bus, open)).hasValue(until);
        assertThat(at(10).isLate(open, until)).isFalse();
        assertThat(at(11).isLate(open, until)).isTrue();
        assertThat(at(30).isLate(left(open, 10), until)).isFalse();
        assertThat(at(30).isLate(left(open, 11), until)).isTrue();
    }

    @Test
    void who_waited_for_the_applicant_is_not_called_late() {
        PassedActivity step = left(entered(bus, "Task_Intake", 7), 25);

        assertThat(StepPlans.hasWaited(step, List.of(happened("ASK_CORRECTION", 8))))
                .isTrue();
        assertThat(StepPlans.hasWaited(step, List.of(happened("BEGIN_SPECIAL_PROCEDURE", 25))))
                .isTrue();
        assertThat(StepPlans.hasWaited(step, List.of(happened("ASK_CORRECTION", 6), happened("ASK_CORRECTION", 26))))
                .isFalse();
        assertThat(StepPlans.hasWaited(step, List.of(happened("ACCEPT", 8)))).isFalse();
    }

    private static TimelineEntry happened(String move, int day) {
        return new TimelineEntry(moment(day), move, "", "", "");
    }

    private static StepPlans at(int day) {
        return new StepPlans(ShippedCalendar.workingDays(), Clock.fixed(moment(day), SHANGHAI));
    }

    private static PassedActivity entered(ItemDefinition item, String step, int day) {
        return new PassedActivity(item.key(), step, moment(day), Optional.empty(), false);
    }

    private static PassedActivity left(PassedActivity open, int day) {
        return new PassedActivity(open.process(), open.activity(), open.entered(), Optional.of(moment(day)), false);
    }

    private static Instant moment(int day) {
        return LocalDateTime.of(2026, 9, day, 16, 30).atZone(SHANGHAI).toInstant();
    }

    private static ItemDefinition item(String folder) {
        try {
            return ItemDefinition.parse(Files.readAllBytes(Path.of("../processes", folder, "item.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
