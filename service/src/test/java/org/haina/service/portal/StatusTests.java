package org.haina.service.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeMap;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@ServiceTest
class StatusTests {

    private static final String NEVER_GIVEN_OUT = "HN26ZZZZZZZZZZ92";
    private static final Set<String> OF_THE_REQUEST =
            Set.of("Content-Security-Policy", "X-Correlation-Id", "Set-Cookie");

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Test
    void whoever_guesses_cannot_tell_an_unknown_number_from_a_wrong_ending() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = filing.filed(person);
        String ending = person.idNumber().substring(14);
        String wrong = ending.startsWith("0") ? "1" + ending.substring(1) : "0" + ending.substring(1);
        assertThat(answer(number.value(), ending)).contains("已收到申请");

        String wrongEnding = answer(number.value(), wrong);

        assertThat(wrongEnding).contains("没有查到").doesNotContain("已收到申请");
        assertThat(answer(NEVER_GIVEN_OUT, ending)).isEqualTo(wrongEnding);
        assertThat(answer(NEVER_GIVEN_OUT, wrong)).isEqualTo(wrongEnding);
        assertThat(answer("HN26AAAAAAAAAAAA", ending)).isEqualTo(wrongEnding);
        assertThat(answer(number.value(), "")).isEqualTo(wrongEnding);
        assertThat(answer(number.value(), person.idNumber().substring(13))).isEqualTo(wrongEnding);
    }

    /** Status, headers and page, without what every request has of its own and the number as it was typed. */
    private String answer(String number, String ending) throws Exception {
        MockHttpServletResponse response = web.perform(post("/status")
                        .param("number", number)
                        .param("ending", ending)
                        .with(csrf()))
                .andReturn()
                .getResponse();
        var headers = new TreeMap<String, Object>();
        response.getHeaderNames().stream()
                .filter(name -> !OF_THE_REQUEST.contains(name))
                .forEach(name -> headers.put(name, response.getHeaders(name)));
        String page = response.getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "name=\"_csrf\"")
                .replaceAll("nonce=\"[^\"]*\"", "nonce")
                .replace(number, "number");
        return response.getStatus() + " " + headers + page;
    }
}
