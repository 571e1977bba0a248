package org.haina.service.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.haina.service.access.Caller;
import org.haina.service.access.CallerPrincipal;
import org.haina.service.access.CurrentCaller;
import org.haina.service.access.Role;
import org.haina.service.keys.District;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class RateLimitFilterTests {

    private final RateLimitFilter filter = new RateLimitFilter(
            new EdgeSettings(
                    URI.create("http://localhost"),
                    Set.of(),
                    "",
                    new EdgeSettings.Limits(3, 5, 1000, 2, 2, List.of("/status", "/verify"))),
            new CurrentCaller());

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void an_address_is_told_to_wait_once_it_asked_too_often() throws Exception {
        assertThat(times(3, "/", "10.0.0.1")).containsOnly(200);

        MockHttpServletResponse refused = send("/", "10.0.0.1");

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 60);
        MockHttpServletRequest again = request("/", "10.0.0.1");
        filter.doFilter(again, new MockHttpServletResponse(), new MockFilterChain());
        assertThat((Long) again.getAttribute(RateLimitFilter.WAIT))
                .as("the page tells the same seconds")
                .isBetween(1L, 60L);
        assertThat(send("/", "10.0.0.2").getStatus()).as("another address").isEqualTo(200);
    }

    @Test
    void questions_about_numbers_are_limited_more_strictly() throws Exception {
        assertThat(times(2, "/verify/abc", "10.0.0.3")).containsOnly(200);
        assertThat(send("/verify/abd", "10.0.0.3").getStatus()).isEqualTo(429);
        assertThat(send("/%76erify/abe", "10.0.0.3").getStatus())
                .as("the same path, escaped")
                .isEqualTo(429);
        assertThat(send("/", "10.0.0.3").getStatus()).isEqualTo(200);
    }

    @Test
    void verifying_by_code_or_file_leaves_the_questions_about_cases_and_no_form_is_a_question() throws Exception {
        for (String form : List.of("/status", "/verify")) {
            assertThat(send("GET", form, "10.0.0.7")).isEqualTo(200);
        }
        assertThat(times(3, "/verify/abc", "10.0.0.8")).containsExactly(200, 200, 429);

        assertThat(send("POST", "/verify", "10.0.0.8")).as("by file").isEqualTo(200);
        assertThat(send("POST", "/status", "10.0.0.8")).as("a case").isEqualTo(200);
        assertThat(send("GET", "/status", "10.0.0.8")).as("the empty form").isEqualTo(200);
        assertThat(send("POST", "/status", "10.0.0.8")).isEqualTo(200);
        assertThat(send("POST", "/status", "10.0.0.8")).isEqualTo(429);
        assertThat(send("POST", "/verify", "10.0.0.8")).isEqualTo(200);
    }

    @Test
    void as_shipped_the_state_of_a_case_can_be_guessed_thirty_times_a_minute() throws Exception {
        EdgeSettings shipped = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("haina.edge", Bindable.of(EdgeSettings.class));
        RateLimitFilter strict = new RateLimitFilter(shipped, new CurrentCaller());
        List<Integer> answers = new java.util.ArrayList<>();
        for (int i = 0; i < 31; i++) {
            MockHttpServletResponse response = new MockHttpServletResponse();
            strict.doFilter(request("POST", "/status", "10.0.0.9"), response, new MockFilterChain());
            answers.add(response.getStatus());
        }

        assertThat(answers.subList(0, 30)).containsOnly(200);
        assertThat(answers.get(30)).isEqualTo(429);
    }

    @Test
    void colleagues_behind_one_address_do_not_share_a_limit() throws Exception {
        signIn("clerk.one");
        assertThat(times(5, "/", "10.0.0.4")).containsOnly(200);
        assertThat(send("/", "10.0.0.4").getStatus()).isEqualTo(429);

        signIn("clerk.two");
        assertThat(send("/", "10.0.0.4").getStatus()).isEqualTo(200);
    }

    @Test
    void a_claimed_forwarded_address_changes_nothing() throws Exception {
        times(3, "/", "10.0.0.5");
        MockHttpServletRequest request = request("/", "10.0.0.5");
        request.addHeader("X-Forwarded-For", "203.0.113.9");
        MockHttpServletResponse response = new MockHttpServletResponse();

        filter.doFilter(request, response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(429);
    }

    @Test
    void whoever_has_a_network_of_ipv6_has_one_address() throws Exception {
        assertThat(times(3, "/", "2001:db8:1:2::1")).containsOnly(200);

        assertThat(send("/", "2001:db8:1:2:ffff::9").getStatus()).isEqualTo(429);
        assertThat(send("/", "2001:db8:1:3::1").getStatus()).isEqualTo(200);
    }

    @Test
    void stylesheets_cost_nothing() throws Exception {
        assertThat(times(20, "/assets/haina.css", "10.0.0.6")).containsOnly(200);
    }

    private List<Integer> times(int count, String path, String address) throws Exception {
        List<Integer> answers = new java.util.ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(send(path, address).getStatus());
        }
        return answers;
    }

    private MockHttpServletResponse send(String path, String address) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request(path, address), response, new MockFilterChain());
        return response;
    }

    private int send(String method, String path, String address) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request(method, path, address), response, new MockFilterChain());
        return response.getStatus();
    }

    private static MockHttpServletRequest request(String path, String address) {
        return request("GET", path, address);
    }

    private static MockHttpServletRequest request(String method, String path, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr(address);
        return request;
    }

    private static void signIn(String account) {
        Caller caller = new Caller.Official(account, account, Set.of(Role.CLERK), "org", new District("310101"));
        CallerPrincipal principal = new Named(caller, account);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(principal, "", List.of()));
    }

    private record Named(Caller caller, String getName) implements CallerPrincipal {

        @Override
        public String getName() {
            return getName;
        }
    }
}
