package org.haina.service.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.haina.service.ServiceTest;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@ServiceTest
class PagesTests {

    @Autowired
    private MockMvc web;

    @Test
    void the_login_page_brings_all_security_headers_and_no_inline_script() throws Exception {
        var result = web.perform(get("/login").accept(MediaType.TEXT_HTML))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().exists("Permissions-Policy"))
                .andExpect(header().doesNotExist("Strict-Transport-Security"))
                .andExpect(header().exists("X-Correlation-Id"))
                .andReturn();

        String policy = result.getResponse().getHeader("Content-Security-Policy");
        assertThat(policy)
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'")
                .containsPattern("script-src 'self' 'nonce-[A-Za-z0-9_-]{22}'")
                .doesNotContain("unsafe-inline", "unsafe-eval");
        assertThat(result.getResponse().getContentAsString()).doesNotContain("<script", "style=");
    }

    @Test
    void each_request_has_a_nonce_of_its_own() throws Exception {
        String first = web.perform(get("/login")).andReturn().getResponse().getHeader("Content-Security-Policy");
        String second = web.perform(get("/login")).andReturn().getResponse().getHeader("Content-Security-Policy");

        assertThat(first).isNotNull().isNotEqualTo(second);
    }

    @Test
    void strict_transport_is_asked_for_over_https() throws Exception {
        web.perform(get("/login").secure(true))
                .andExpect(header().string("Strict-Transport-Security", containsString("max-age=31536000")));
    }

    @Test
    void a_stranger_is_sent_to_the_door_and_a_wrong_caller_refused() throws Exception {
        web.perform(get("/for-clerks").accept(MediaType.TEXT_HTML)).andExpect(redirectedUrl("/login"));
        web.perform(get("/for-clerks").with(SignedIn.as(SignedIn.decider("310101"))))
                .andExpect(status().isForbidden());
        web.perform(get("/for-clerks").with(SignedIn.as(SignedIn.clerk("310101"))))
                .andExpect(status().isOk())
                .andExpect(content().string("clerk.310101"));
    }

    @Test
    void a_route_that_says_nothing_is_closed_even_to_the_signed_in() throws Exception {
        web.perform(get("/unsaid").with(SignedIn.as(SignedIn.clerk("310101")))).andExpect(status().isForbidden());
    }

    @Test
    void a_fragment_request_without_session_gets_a_bare_401() throws Exception {
        web.perform(get("/for-clerks").header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().string(""));
    }

    @Test
    void a_form_sent_after_the_session_ended_is_handed_back() throws Exception {
        web.perform(post("/for-clerks").param("opinion", "已打的字").with(csrf()))
                .andExpect(forwardedUrl("/session-expired"));
    }

    @Test
    void a_form_without_token_is_refused() throws Exception {
        web.perform(post("/for-clerks").with(SignedIn.as(SignedIn.clerk("310101"))))
                .andExpect(status().isForbidden());
        web.perform(post("/for-clerks")
                        .with(SignedIn.as(SignedIn.clerk("310101")))
                        .cookie(new jakarta.servlet.http.Cookie("haina-csrf", "its-own-token"))
                        .param("_csrf", "another page's"))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_form_of_our_own_page_that_lost_all_cookies_is_handed_back_and_a_foreign_one_refused() throws Exception {
        web.perform(post("/for-clerks").header("Origin", "http://localhost").param("opinion", "已打的字"))
                .andExpect(forwardedUrl("/session-expired"))
                .andExpect(request().attribute(LoginController.OPEN, false));
        web.perform(post("/status").header("Origin", "http://localhost").param("number", "HN26"))
                .andExpect(forwardedUrl("/session-expired"))
                .andExpect(request().attribute(LoginController.OPEN, true));

        for (String foreign : List.of("https://evil.example", "null", "http://localhost:8081")) {
            web.perform(post("/for-clerks").header("Origin", foreign).param("opinion", "骗来的字"))
                    .andExpect(status().isForbidden());
        }
        web.perform(post("/for-clerks").param("opinion", "不知来处的字")).andExpect(status().isForbidden());
        web.perform(post("/for-clerks")
                        .header("Origin", "http://localhost")
                        .with(SignedIn.as(SignedIn.clerk("310101"))))
                .andExpect(status().isForbidden());
    }

    @Test
    void after_a_lost_upload_one_is_led_back_to_choose_the_file_again() throws Exception {
        Document upload =
                expired("http://localhost/applications/1/pages/photo?return=check", MediaType.MULTIPART_FORM_DATA);
        Document elsewhere = expired("http://localhost//evil.example/", MediaType.MULTIPART_FORM_DATA);
        Document typed = expired("http://localhost/probe/form", MediaType.APPLICATION_FORM_URLENCODED);

        assertThat(upload.select("button")).isEmpty();
        assertThat(upload.select(".actions a").eachAttr("href"))
                .containsExactly("/signed-in", "/applications/1/pages/photo?return=check");
        assertThat(upload.select(".actions a").last().text()).contains("重新选择文件");
        assertThat(elsewhere.select(".actions a").eachAttr("href")).containsExactly("/signed-in");
        assertThat(elsewhere.select("main").text()).contains("登录以后，请用浏览器的“返回”");
        assertThat(typed.select("button").text()).isEqualTo("第二步：登录后继续提交");
    }

    private Document expired(String referer, MediaType type) throws Exception {
        return Jsoup.parse(web.perform(post("/session-expired")
                        .header("Referer", referer)
                        .contentType(type)
                        .with(csrf()))
                .andExpect(status().isUnauthorized())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void of_the_actuator_only_health_is_open() throws Exception {
        web.perform(get("/actuator/health/readiness")).andExpect(status().isOk());
        web.perform(get("/actuator/env")).andExpect(redirectedUrl("/login"));
        web.perform(get("/actuator/env").with(SignedIn.as(SignedIn.official("o", "310000", Role.OPERATOR))))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_door_says_when_the_login_server_is_down_instead_of_looping() throws Exception {
        web.perform(get("/login").param("reason", "unavailable"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"))
                .andExpect(content().string(containsString("登录服务暂时不可用")));
        web.perform(get("/login").param("reason", "<script>alert(1)</script>"))
                .andExpect(status().isOk())
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("alert"))));
    }

    @Test
    void other_origins_get_no_permission() throws Exception {
        web.perform(get("/login").header("Origin", "https://evil.example"))
                .andExpect(header().doesNotExist("Access-Control-Allow-Origin"));
    }

    @Test
    void a_well_formed_correlation_id_is_kept_and_a_malformed_one_replaced() throws Exception {
        web.perform(get("/login").header("X-Correlation-Id", "partner-0001"))
                .andExpect(header().string("X-Correlation-Id", "partner-0001"));

        String replaced = web.perform(get("/login").header("X-Correlation-Id", "a b\nc<script>"))
                .andReturn()
                .getResponse()
                .getHeader("X-Correlation-Id");
        assertThat(replaced).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}");
    }
}
