package org.haina.service.minors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.haina.service.ServiceTest;
import org.haina.service.access.Authorities;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.access.RouteRules;
import org.haina.service.access.SignedIn;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever route to a case there is or will be: none leads an official to a minor's data without an approval. */
@ServiceTest
class ClosedRoutesTests {

    /** They show that the case is there, and nothing of what was filed. */
    private static final Set<String> GLANCES =
            Set.of("/desk/cases/{number}/minor-access", "/desk/cases/{number}/form", "/api/v1/cases/{number}");

    private static final Set<Role> ROLES = Set.of(Role.CLERK, Role.REVIEWER, Role.DECIDER, Role.HEAD, Role.SUPERVISOR);

    @Autowired
    MockMvc web;

    @Autowired
    Children children;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Test
    void every_route_to_a_case_is_closed_or_shows_nothing_of_it() throws Exception {
        CaseNumber number = children.filed();
        Official everybody = SignedIn.official("all." + number, "310101", ROLES.toArray(Role[]::new));

        Map<String, Integer> answered = new TreeMap<>();
        for (String route : ofOfficials(everybody).toList()) {
            MockHttpServletResponse answer = answer(route, number, everybody);
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                    .as(route)
                    .doesNotContain(Children.ILLNESS, Children.SCHOOL, "王示童");
            answered.put(route, answer.getStatus());
        }

        assertThat(answered).hasSizeGreaterThan(10).containsEntry("/desk/cases/{number}", 302);
        answered.keySet().removeAll(GLANCES);
        answered.remove("/desk/cases/{number}");
        assertThat(answered.values()).containsOnly(403);
    }

    private Stream<String> ofOfficials(Official official) {
        return routes.getHandlerMethods().entrySet().stream()
                .filter(entry -> isRead(entry.getKey()) && admits(entry.getValue(), official))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .filter(path -> path.contains("cases/{number}"));
    }

    private static boolean isRead(RequestMappingInfo route) {
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private static boolean admits(HandlerMethod route, Official official) {
        return RouteRules.of(route).stream()
                .flatMap(rule -> Arrays.stream(rule.value()))
                .anyMatch(who -> who.admits(Authorities.of(official)));
    }

    private MockHttpServletResponse answer(String route, CaseNumber number, Official official) throws Exception {
        String path = route.replace("{number}", number.value())
                .replaceAll("\\{(page|edition)}", "1")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        return web.perform(get(path).with(SignedIn.as(official))).andReturn().getResponse();
    }
}
