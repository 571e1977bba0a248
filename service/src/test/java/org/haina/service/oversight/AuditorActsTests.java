package org.haina.service.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.access.Caller;
import org.haina.service.access.MayCall;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.access.Who;
import org.haina.service.desk.FiledCases;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The auditor reads the log and does nothing else: of all routes that write, his are few, and each other one refuses him. */
@ServiceTest
class AuditorActsTests {

    private static final Caller.Official AUDITOR = SignedIn.official("auditor.city", "310000", Role.AUDITOR);
    private static final Set<RequestMethod> READING =
            Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS);

    @Autowired
    MockMvc web;

    @Autowired
    FiledCases filed;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Test
    void every_route_that_writes_refuses_the_auditor_and_changes_nothing() throws Exception {
        CaseNumber number = filed.deciding(TestDesk.CLERK, TestDesk.REVIEWER);
        String task = filed.task(number, TestDesk.DECIDER).id();
        List<String> before = state(number);

        Map<String, Integer> answers = new TreeMap<>();
        for (Route route : writing().filter(route -> !route.isHis()).toList()) {
            String path = route.path().replace("{number}", number.value()).replace("{id}", task);
            for (String type :
                    List.of("application/x-www-form-urlencoded", "application/json", "multipart/form-data")) {
                answers.merge(route.toString(), status(route.method(), path, type), Math::max);
            }
        }

        assertThat(answers.keySet())
                .contains(
                        "POST /api/v1/work-items/{id}/claim",
                        "POST /api/v1/work-items/{id}/complete",
                        "POST /desk/items/{id}/claim",
                        "POST /desk/cases/{number}/form")
                .hasSizeGreaterThan(20);
        assertThat(answers.entrySet()).extracting(Map.Entry::getValue).containsOnly(403);
        assertThat(state(number)).isEqualTo(before);
    }

    @Test
    void what_he_may_send_is_the_verification_of_log_and_archive_and_what_everybody_may() {
        assertThat(writing().filter(Route::isHis).filter(route -> !route.isEverybodys()))
                .extracting(Route::toString)
                .containsExactlyInAnyOrder("POST /oversight/audit/verification", "POST /oversight/archives");
    }

    private record Route(HttpMethod method, String path, List<Who> callers) {

        boolean isEverybodys() {
            return callers.contains(Who.ANYBODY);
        }

        boolean isHis() {
            return isEverybodys() || callers.contains(Who.AUDITOR) || callers.contains(Who.OFFICIAL);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private Stream<Route> writing() {
        return routes.getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().getBeanType().getName().startsWith("org.haina."))
                .filter(route -> !route.getValue().getBeanType().getSimpleName().startsWith("Probe"))
                .flatMap(route -> methods(route.getKey()).flatMap(method -> route.getKey().getPatternValues().stream()
                        .map(path -> new Route(method, path, callers(route.getValue())))));
    }

    private static Stream<HttpMethod> methods(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .filter(method -> !READING.contains(method))
                .map(RequestMethod::asHttpMethod);
    }

    private static List<Who> callers(HandlerMethod handler) {
        return Optional.ofNullable(handler.getMethodAnnotation(MayCall.class))
                .or(() -> Optional.ofNullable(handler.getBeanType().getAnnotation(MayCall.class)))
                .map(MayCall::value)
                .map(Arrays::asList)
                .orElseThrow();
    }

    /** A type that the route does not take is answered before anybody is asked who he is, and runs nothing. */
    private int status(HttpMethod method, String path, String type) throws Exception {
        int status = web.perform(request(method, path.replaceAll("\\{[^}]+}", "none"))
                        .contentType(MediaType.parseMediaType(type))
                        .content("{}")
                        .header("If-Match", "\"1\"")
                        .header("Idempotency-Key", "auditor")
                        .with(csrf())
                        .with(SignedIn.as(AUDITOR)))
                .andReturn()
                .getResponse()
                .getStatus();
        return status == 415 ? 0 : status;
    }

    private List<String> state(CaseNumber number) {
        return Stream.of("case_file where number", "case_event where case_number", "work_item where case_number")
                .map(rows -> jdbc.sql("select coalesce(string_agg(t::text, ' ' order by t::text), '') from"
                                + " (select * from " + rows + " = ?) t")
                        .param(number.value())
                        .query(String.class)
                        .single())
                .toList();
    }
}
