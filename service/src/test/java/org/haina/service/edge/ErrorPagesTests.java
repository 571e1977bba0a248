package org.haina.service.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.util.List;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.access.SignedIn;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What somebody sees when something goes wrong: as complete as any other page, with a way on. */
@ServiceTest
class ErrorPagesTests {

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    TestRestTemplate http;

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 413, 429, 500, 503})
    void every_error_says_what_to_do_and_whom_to_call(int code) throws Exception {
        Document page = page(error(code), code);

        assertThat(page.select("h1").text()).isNotBlank();
        assertThat(page.select("p.lead").text()).isNotBlank();
        assertThat(page.select(".number").text()).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){2}");
        assertThat(page.select("footer a[href^=tel:]").text()).isNotBlank();
        assertThat(page.select(".demo-banner").text()).contains("没有法律效力");
        assertThat(page.select(".actions a").eachAttr("href")).containsExactly("/");
    }

    @Test
    void whoever_asked_too_often_learns_how_long_to_wait() throws Exception {
        Document soon = page(error(429).requestAttr(RateLimitFilter.WAIT, 9L), 429);
        Document later = page(error(429).requestAttr(RateLimitFilter.WAIT, 61L), 429);

        assertThat(soon.select("p.lead").text()).contains("请在 9 秒后再试");
        assertThat(later.select("p.lead").text()).contains("请在 2 分钟后再试");
    }

    @Test
    void an_official_goes_back_to_work_and_a_citizen_to_the_own_cases() throws Exception {
        Document official = page(error(404).with(SignedIn.as(SignedIn.clerk("310101"))), 404);
        Document citizen = page(error(404).with(SignedIn.as(filing.citizen(TestPerson.unknown()))), 404);

        assertThat(official.select(".actions a").eachAttr("href")).containsExactly("/desk");
        assertThat(citizen.select(".actions a").eachAttr("href")).containsExactly("/", "/my/cases");
    }

    @Test
    void an_official_is_not_sent_to_a_counter() throws Exception {
        for (int code : new int[] {403, 404, 500}) {
            Document official = page(error(code).with(SignedIn.as(SignedIn.clerk("310101"))), code);
            assertThat(official.select("p.lead").text())
                    .containsAnyOf("系统管理员", "工作台", "运维人员")
                    .doesNotContain("受理窗口", "客服", "首页");
        }
    }

    @Test
    void the_larger_version_stays_larger() throws Exception {
        Document page = page(error(500).cookie(new Cookie("elder", "1")), 500);
        Document login = page(get("/login").cookie(new Cookie("elder", "1")), 200);

        assertThat(page.selectFirst("html").hasClass("elder")).isTrue();
        assertThat(login.selectFirst("html").hasClass("elder")).isTrue();
    }

    @Test
    void the_larger_version_can_be_switched_on_and_comes_back_to_what_was_asked_for() throws Exception {
        Document login = page(get("/login?reason=cancelled"), 200);
        Document missing = page(error(404), 404);
        Document refused = page(failed(post("/error").with(csrf()), 403), 403);

        assertThat(back(login)).isEqualTo("/login?reason=cancelled");
        assertThat(back(missing)).isEqualTo("/somewhere");
        assertThat(back(refused)).isEqualTo("/");
    }

    @Test
    void the_switch_of_an_error_page_carries_the_token_that_lets_it_through() {
        HttpHeaders headers = new HttpHeaders();
        headers.setAccept(List.of(MediaType.TEXT_HTML));

        ResponseEntity<String> answer =
                http.exchange("/no-such-page?x=1", HttpMethod.GET, new HttpEntity<>(headers), String.class);

        Document page = Jsoup.parse(String.valueOf(answer.getBody()));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(back(page)).isEqualTo("/no-such-page?x=1");
        assertThat(page.select("form[action=/preferences/elder] input[name=_csrf]")
                        .val())
                .isNotBlank();
        assertThat(answer.getHeaders().getOrEmpty(HttpHeaders.SET_COOKIE)).anyMatch(c -> c.startsWith("haina-csrf="));
    }

    @Test
    void a_page_that_holds_what_was_typed_has_no_switch_that_would_lose_it() throws Exception {
        Document expired =
                page(post("/session-expired").param("opinion", "已打的字").with(csrf()), 401);

        assertThat(expired.select("header a.site")).hasSize(1);
        assertThat(expired.select("form[action=/preferences/elder]")).isEmpty();
    }

    @Test
    void a_page_that_refuses_carries_the_number_of_its_answer_and_one_that_does_not_none() throws Exception {
        TestPerson person = TestPerson.unknown();
        String rating = "/cases/" + filing.filed(person) + "/rating";

        assertThat(number(post("/session-expired").with(csrf()), 401)).isEqualTo(1);
        assertThat(number(get("/login?reason=unavailable"), 503)).isEqualTo(1);
        assertThat(number(get(rating).with(SignedIn.as(filing.citizen(person))), 409))
                .isEqualTo(1);
        assertThat(number(get("/login"), 200)).isZero();
        assertThat(number(get("/"), 200)).isZero();
    }

    /** How often the number of the answer stands on the page. */
    private long number(MockHttpServletRequestBuilder request, int code) throws Exception {
        MockHttpServletResponse answer =
                web.perform(request).andExpect(status().is(code)).andReturn().getResponse();
        String number = String.valueOf(answer.getHeader("X-Correlation-Id"));
        return Jsoup.parse(answer.getContentAsString()).select(".number").stream()
                .filter(shown -> shown.text().equals(number))
                .count();
    }

    private static String back(Document page) {
        return page.select("form[action=/preferences/elder] input[name=back]").val();
    }

    private static MockHttpServletRequestBuilder error(int code) {
        return failed(get("/error"), code);
    }

    private static MockHttpServletRequestBuilder failed(MockHttpServletRequestBuilder request, int code) {
        return request.requestAttr(RequestDispatcher.ERROR_STATUS_CODE, code)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/somewhere");
    }

    private Document page(MockHttpServletRequestBuilder request, int code) throws Exception {
        return Jsoup.parse(web.perform(request)
                .andExpect(status().is(code))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
