package org.haina.service.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
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
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What somebody sees when something goes wrong: as complete as any other page, with a way on. */
@ServiceTest
class ErrorPagesTests {

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

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
    void an_official_goes_back_to_work_and_a_citizen_to_the_own_cases() throws Exception {
        Document official = page(error(404).with(SignedIn.as(SignedIn.clerk("310101"))), 404);
        Document citizen = page(error(404).with(SignedIn.as(filing.citizen(TestPerson.unknown()))), 404);

        assertThat(official.select(".actions a").eachAttr("href")).containsExactly("/desk");
        assertThat(citizen.select(".actions a").eachAttr("href")).containsExactly("/", "/my/cases");
    }

    @Test
    void the_larger_version_stays_larger() throws Exception {
        Document page = page(error(500).cookie(new Cookie("elder", "1")), 500);
        Document login = page(get("/login").cookie(new Cookie("elder", "1")), 200);

        assertThat(page.selectFirst("html").hasClass("elder")).isTrue();
        assertThat(login.selectFirst("html").hasClass("elder")).isTrue();
    }

    private static MockHttpServletRequestBuilder error(int code) {
        return get("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, code)
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
