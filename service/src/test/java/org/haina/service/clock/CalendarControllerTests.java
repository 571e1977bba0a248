package org.haina.service.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.haina.service.ServiceTest;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.calendar.WorkingDays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ServiceTest
class CalendarControllerTests {

    private static final Caller OPERATOR = SignedIn.official("operator.calendar", "310000", Role.OPERATOR);
    private static final String YEAR =
            """
            {"2090": {"status": "official", "source": ["https://example.org"], "holidays": ["2090-05-01"],
             "workdays": [], "statutory": ["2090-05-01"]}}
            """;

    @Autowired
    MockMvc mvc;

    @Autowired
    WorkingDays days;

    @Autowired
    JdbcClient jdbc;

    @Test
    void an_operator_publishes_a_year_and_the_log_keeps_it() throws Exception {
        upload(OPERATOR, YEAR)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.years[0]").value(2090))
                .andExpect(jsonPath("$.changes").isArray());

        assertThat(days.isWorkingDay(LocalDate.of(2090, 5, 1))).isFalse();
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'calendar.published' and actor = :actor")
                        .param("actor", "operator.calendar")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void a_wrong_calendar_is_answered_in_words() throws Exception {
        upload(OPERATOR, YEAR.replace("2090-05-01", "2091-05-01"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("不属于 2090 年")));
        upload(OPERATOR, "[]").andExpect(status().isUnprocessableEntity());
        upload(OPERATOR, " ".repeat(200_001)).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void nobody_else_may_publish() throws Exception {
        upload(SignedIn.clerk("310101"), YEAR).andExpect(status().isForbidden());
    }

    private ResultActions upload(Caller caller, String json) throws Exception {
        return mvc.perform(post("/api/v1/calendar-years")
                .with(SignedIn.as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }
}
