package org.haina.service.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.haina.service.Filing;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.keys.CaseNumber;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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

    @Autowired
    MovableClock clock;

    @Test
    void whoever_guesses_cannot_tell_an_unknown_number_from_a_wrong_ending() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = filing.filed(person);
        String ending = person.idNumber().substring(14);
        String wrong = ending.startsWith("0") ? "1" + ending.substring(1) : "0" + ending.substring(1);
        assertThat(answer(number.value(), ending)).contains("已收到申请", "（含当天）告诉申请人是否受理");

        String wrongEnding = answer(number.value(), wrong);

        assertThat(wrongEnding).contains("没有查到").doesNotContain("已收到申请");
        assertThat(answer(NEVER_GIVEN_OUT, ending)).isEqualTo(wrongEnding);
        assertThat(answer(NEVER_GIVEN_OUT, wrong)).isEqualTo(wrongEnding);
        assertThat(answer("HN26AAAAAAAAAAAA", ending)).isEqualTo(wrongEnding);
    }

    @Test
    void a_day_that_has_passed_is_not_promised_any_more() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = filing.filed(person);
        try {
            clock.advance(Duration.ofDays(21));

            assertThat(answer(number.value(), person.idNumber().substring(14)))
                    .contains("告诉申请人是否受理，已经超过期限")
                    .doesNotContain("（含当天）告诉申请人");
        } finally {
            clock.set(MovableClock.START);
        }
    }

    @Test
    void what_cannot_be_a_number_or_an_ending_is_told_at_its_field_and_alike_for_every_case() throws Exception {
        TestPerson person = TestPerson.unknown();
        CaseNumber number = filing.filed(person);
        String ending = person.idNumber().substring(14);

        Document empty = page("  ", "　");
        Document noNumber = page("XX12", ending);

        assertThat(empty.title()).startsWith("错误：");
        assertThat(empty.select("#errors a").eachAttr("href")).containsExactly("#number", "#ending");
        assertThat(empty.select("#errors a").eachText()).containsExactly("请填写办件编号", "请填写证件号码后四位");
        assertThat(empty.select("#number-error").text()).isEqualTo("请填写办件编号");
        assertThat(empty.select("#ending-error").text()).isEqualTo("请填写证件号码后四位");
        assertThat(empty.select("#ending").attr("aria-describedby")).isEqualTo("ending-hint ending-error");
        assertThat(empty.text()).doesNotContain("没有查到");
        assertThat(noNumber.select(".field-error").eachText())
                .singleElement()
                .asString()
                .contains("HN开头的16位");
        assertThat(noNumber.select("#number").val()).isEqualTo("XX12");
        for (String wrong : List.of("", "ABCDE", person.idNumber().substring(13), "12")) {
            String told = answer(number.value(), wrong);
            assertThat(told).contains("ending-error").doesNotContain("没有查到", "已收到申请");
            assertThat(answer(NEVER_GIVEN_OUT, wrong)).isEqualTo(told);
        }
    }

    @Test
    void number_and_ending_are_read_as_people_type_them() throws Exception {
        TestPerson person = TestPerson.unknown();
        String number = filing.filed(person).value();
        String ending = person.idNumber().substring(14);
        String wide =
                ending.chars().mapToObj(c -> Character.toString(c + 0xFEE0)).collect(Collectors.joining());

        assertThat(answer(" " + number.substring(0, 4).toLowerCase(Locale.ROOT) + "-" + number.substring(4), wide))
                .contains("已收到申请");
        assertThat(answer(number, " " + ending.substring(0, 3) + wide.substring(3) + "　"))
                .contains("已收到申请");
    }

    @Test
    void one_number_is_not_asked_about_without_end_whether_it_exists_or_not() throws Exception {
        TestPerson person = TestPerson.unknown();
        for (String number : List.of(filing.filed(person).value(), "HN26YYYYYYYYYY" + "00")) {
            for (int i = 0; i < 20; i++) {
                assertThat(answer(number, "%04d".formatted(i))).startsWith("200");
            }

            assertThat(answer(number, person.idNumber().substring(14))).startsWith("429");
        }
    }

    private Document page(String number, String ending) throws Exception {
        return Jsoup.parse(web.perform(post("/status")
                        .param("number", number)
                        .param("ending", ending)
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
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
