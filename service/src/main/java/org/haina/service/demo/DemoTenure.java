package org.haina.service.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.haina.service.access.Role;
import org.haina.service.cases.Cases;
import org.haina.service.yearlychecks.DueYearlyChecks;
import org.springframework.beans.factory.ObjectProvider;

/** Licences that were granted years ago and end soon: one has been looked into this year and is clean, another waits for it. */
@DemoOnly
class DemoTenure {

    private static final Period HOLDS = Period.ofYears(3);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ObjectProvider<DemoClock> clock;
    private final DemoContent content;
    private final DemoCitizens citizens;
    private final DemoOffice office;
    private final DueYearlyChecks checks;
    private final Cases cases;

    DemoTenure(
            ObjectProvider<DemoClock> clock,
            DemoContent content,
            DemoCitizens citizens,
            DemoOffice office,
            DueYearlyChecks checks,
            Cases cases) {
        this.clock = clock;
        this.content = content;
        this.citizens = citizens;
        this.office = office;
        this.checks = checks;
        this.cases = cases;
    }

    /** Ends with legal time at the present; the cases that did not get there. Without a clock that can be moved nothing is done. */
    List<DemoCase> live(List<DemoCase> plan) throws InterruptedException {
        DemoClock time = clock.getIfAvailable();
        if (time == null) {
            return List.of();
        }
        List<DemoCase> left = new ArrayList<>();
        try {
            for (DemoCase planned : plan.stream().filter(DemoCase::isOld).toList()) {
                int ends = planned.ends() == null ? 0 : planned.ends();
                time.moveTo(LocalDate.now(time).minus(HOLDS).plusDays(ends + 1L).atTime(9, 2));
                left.addAll(content.fill(List.of(planned), PATIENCE));
                time.comeBack();
            }
        } finally {
            time.comeBack();
        }
        checks.open();
        plan.stream()
                .filter(planned -> planned.isOld() && !planned.text().isEmpty())
                .forEach(this::passed);
        return left;
    }

    /** What the plan has words for was found in order. */
    private void passed(DemoCase planned) {
        citizens.find(planned)
                .map(cases::get)
                .ifPresent(
                        file -> office.complete(file, Role.REVIEWER, "passed", List.of(), planned.text(), List.of()));
    }
}
