package org.haina.service.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.haina.service.ServiceTest;
import org.haina.service.access.RouteRules;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ServiceTest
class RouteGuardTests {

    @Autowired
    private Map<String, RequestMappingHandlerMapping> mappings;

    @Test
    void every_route_states_who_may_call_it() {
        Map<RequestMappingInfo, HandlerMethod> routes =
                mappings.get("requestMappingHandlerMapping").getHandlerMethods();

        assertThat(routes).isNotEmpty();
        assertThat(routes.entrySet())
                .filteredOn(route -> route.getValue().getBeanType() != ProbeRoutes.class)
                .filteredOn(route -> RouteRules.of(route.getValue()).isEmpty())
                .filteredOn(route ->
                        !RouteGuard.OPEN.contains(route.getValue().getBeanType().getName()))
                .as("routes without @MayCall")
                .isEmpty();
    }
}
