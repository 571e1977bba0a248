package org.haina.service.clock;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.haina.service.access.Caller;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.calendar.CalendarYears;
import org.haina.service.calendar.CalendarYears.Publication;
import org.haina.service.edge.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Upload of calendar years by an operator; the answer lists the deadlines that moved. */
@RestController
@MayCall(Who.OPERATOR)
class CalendarController {

    private final CalendarYears years;
    private final CaseClocks clocks;

    CalendarController(CalendarYears years, CaseClocks clocks) {
        this.years = years;
        this.clocks = clocks;
    }

    @Operation(summary = "Publish a year of the working-day calendar")
    @PostMapping(path = "/api/v1/calendar-years", consumes = MediaType.APPLICATION_JSON_VALUE)
    Answer publish(@RequestBody String json, Caller.Official operator) {
        Publication outcome = years.publish(json, operator.account());
        if (outcome instanceof Publication.Published published) {
            return answer(published.version(), published.years());
        }
        if (outcome instanceof Publication.Unchanged unchanged) {
            return answer(unchanged.version(), unchanged.years());
        }
        throw refused(((Publication.Refused) outcome).reason());
    }

    private Answer answer(long version, List<Integer> published) {
        return new Answer(
                version,
                published,
                clocks.changes(version).stream().map(Moved::of).toList());
    }

    private static Problem refused(String reason) {
        return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "calendar-refused", "日历未发布", reason + "。请更正后重新上传。");
    }

    /** The version now in force, and what it moved. */
    record Answer(long version, List<Integer> years, List<Moved> changes) {}

    record Moved(String number, ClockName clock, boolean promised, LocalDate before, LocalDate after) {

        static Moved of(DeadlineChange change) {
            return new Moved(
                    change.number().value(), change.clock(), change.promised(), change.before(), change.after());
        }
    }
}
