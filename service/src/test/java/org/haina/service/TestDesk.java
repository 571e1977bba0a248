package org.haina.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Brings cases forward through the API, as citizens and officials of Huangpu do. */
public final class TestDesk {

    public static final Caller.Official CLERK = SignedIn.clerk("310101");
    public static final Caller.Official REVIEWER = SignedIn.reviewer("310101");
    public static final Caller.Official DECIDER = SignedIn.decider("310101");

    private final MockMvc web;
    private final ObjectMapper json;
    private final Filing filing;
    private final Cases cases;

    public TestDesk(MockMvc web, ObjectMapper json, Filing filing, Cases cases) {
        this.web = web;
        this.json = json;
        this.filing = filing;
        this.cases = cases;
    }

    /** From submission to where the decider has decided: {@code granted} or {@code refused}. */
    public CaseNumber decided(TestPerson person, String outcome) throws Exception {
        CaseNumber number = filing.filed(person);
        work(number, CLERK, "{\"outcome\":\"accept\"}");
        await("review of " + number, () -> cases.get(number).status() == CaseStatus.REVIEWING);
        work(number, REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"材料齐全，条件符合\"}");
        work(number, DECIDER, "{\"outcome\":\"%s\",\"opinion\":\"申请人提交的学历证书不是本人的\"}".formatted(outcome));
        return number;
    }

    /** Claims and completes the open task of a case. */
    public void work(CaseNumber number, Caller.Official official, String completion) throws Exception {
        work(web, json, number, official, completion);
    }

    /** As {@link #work(CaseNumber, Caller.Official, String)}, at another service than that of the tests. */
    public static void work(
            MockMvc web, ObjectMapper json, CaseNumber number, Caller.Official official, String completion)
            throws Exception {
        JsonNode list = json.readTree(web.perform(get("/api/v1/work-items")
                        .param("number", number.value())
                        .with(SignedIn.as(official)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        String id = list.at("/items/0/id").asText();
        String tag = web.perform(post("/api/v1/work-items/" + id + "/claim").with(SignedIn.as(official)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        MockHttpServletRequestBuilder complete = post("/api/v1/work-items/" + id + "/complete")
                .with(SignedIn.as(official))
                .header("If-Match", String.valueOf(tag))
                .contentType(MediaType.APPLICATION_JSON)
                .content(completion);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        ResultActions done = web.perform(complete);
        while (awaitsRegister(done) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            done = web.perform(complete);
        }
        done.andExpect(status().isNoContent());
    }

    /** Nobody accepts upon a promise before credit information has answered. */
    private static boolean awaitsRegister(ResultActions done) throws Exception {
        return done.andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .contains("公共信用信息平台还没有答复");
    }

    /** The registers have been silent to so many calls of a case for as long as anybody waits for them. */
    public static void losePatience(JdbcClient jdbc, CaseNumber number, int calls) {
        String silent = " where case_number = :number and last_error is not null and give_up_at is not null";
        await(
                "calls of " + number + " that failed",
                () -> jdbc.sql("select count(*) from outbound" + silent)
                                .param("number", number.value())
                                .query(Integer.class)
                                .single()
                        == calls);
        jdbc.sql("update outbound set give_up_at = now()" + silent)
                .param("number", number.value())
                .update();
    }

    public void await(CaseNumber number, CaseStatus status) {
        await(status + " of " + number, () -> cases.get(number).status() == status);
    }

    public static void await(String what, BooleanSupplier condition) {
        await(what, 60, condition);
    }

    /** As {@link #await(String, BooleanSupplier)}, for what many cases take longer for. */
    public static void await(String what, int seconds, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
