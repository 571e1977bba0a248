package org.haina.service.renewals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.haina.processes.AfterGrant.Renewal;
import org.haina.service.renewals.RenewalWindow.Stand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 行政许可法 50: thirty days before the last day, to the day. */
class RenewalWindowTests {

    private final RenewalWindow window =
            RenewalWindow.of(new Renewal("training-licence", 90, 30), LocalDate.of(2029, 11, 22));

    @ParameterizedTest
    @CsvSource({
        "2029-08-23, EARLY",
        "2029-08-24, IN_TIME",
        "2029-10-22, IN_TIME",
        "2029-10-23, IN_TIME",
        "2029-10-24, LATE",
        "2029-11-22, LATE",
        "2029-11-23, OVER"
    })
    void each_edge_lies_where_the_law_puts_it(LocalDate day, Stand stand) {
        assertThat(window.on(day)).isEqualTo(stand);
    }
}
