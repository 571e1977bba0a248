package org.haina.service.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.haina.service.ChromiumForTests;
import org.haina.service.KeycloakForTests;
import org.haina.service.ServiceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.web.util.UriComponentsBuilder;

/** Through the real login server in a real browser. */
@ServiceTest
class LoginJourneyTests {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient db;

    @Autowired
    private SessionRepository<? extends Session> sessions;

    private BrowserContext context;
    private Page page;

    @BeforeEach
    void open() {
        KeycloakForTests.running(port);
        context = ChromiumForTests.browser().newContext(new Browser.NewContextOptions().setLocale("en-US"));
        page = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void an_official_signs_in_returns_to_the_page_wanted_and_signs_out_everywhere() {
        page.navigate(url("/for-clerks"));
        assertThat(page.locator("h1").textContent()).isEqualTo("请选择登录方式");
        page.locator("a[href='/oauth2/authorization/haina']").click();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("zh-CN");
        page.goBack();
        ChromiumForTests.signIn(page, "clerk.huangpu");
        page.waitForURL("**/for-clerks*");

        assertThat(page.locator("body").textContent()).contains("clerk.huangpu");
        Cookie session = sessionCookie();
        assertThat(session.httpOnly).isTrue();

        page.navigate(url("/probe/logout"));
        page.locator("button").click();
        page.waitForURL("**/");
        page.navigate(url("/for-clerks"));
        assertThat(page.url()).endsWith("/login");
        page.locator("a[href='/oauth2/authorization/haina']").click();
        assertThat(page.locator("#password").isVisible())
                .as("the login server asks again")
                .isTrue();
    }

    @Test
    void the_session_gets_a_new_id_at_login_and_a_copied_cookie_is_worth_nothing_after_logout() {
        page.navigate(url("/for-clerks"));
        String before = sessionCookie().value;
        ChromiumForTests.signIn(page, "reviewer.huangpu");
        page.waitForURL("**/for-clerks*");
        Cookie signedIn = sessionCookie();
        assertThat(signedIn.value).isNotEqualTo(before);

        page.navigate(url("/probe/logout"));
        page.locator("button").click();
        page.waitForURL("**/");

        var thief = context.request()
                .get(
                        url("/for-clerks"),
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setMaxRedirects(0)
                                .setHeader("Cookie", signedIn.name + "=" + signedIn.value)
                                .setHeader("Accept", "text/html"));
        assertThat(thief.status()).isEqualTo(302);
    }

    @Test
    void the_login_server_can_end_our_session() {
        page.navigate(url("/for-clerks"));
        ChromiumForTests.signIn(page, "clerk.xuhui");
        page.waitForURL("**/for-clerks*");
        assertThat(page.locator("body").textContent()).contains("clerk.xuhui");

        // The person signs out at the login server itself, without us.
        page.navigate(KeycloakForTests.running(port) + "/protocol/openid-connect/logout");
        page.locator("#kc-logout").click();
        page.waitForLoadState();

        page.navigate(url("/for-clerks"));
        assertThat(page.url()).endsWith("/login");
    }

    @Test
    void a_login_that_fails_ends_at_our_door_in_our_words() {
        page.navigate(url("/login"));
        page.locator("a[href='/oauth2/authorization/haina']").click();
        page.waitForURL("**/realms/haina/**");
        String state = UriComponentsBuilder.fromUriString(page.url())
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .getOrDefault("state", "");

        page.navigate(url("/login/oauth2/code/haina?code=made-up&state=" + state));

        assertThat(page.url()).endsWith("/login?reason=cancelled");
        assertThat(page.locator("[role=alert]").textContent()).isEqualTo("登录未完成，请重新登录。");
    }

    @Test
    void a_citizen_comes_through_the_citizen_cloud_and_signs_out_of_it() {
        page.navigate(url("/probe/citizen"));
        ChromiumForTests.signIn(page, "citizen.one");
        page.waitForURL("**/probe/citizen*");

        assertThat(page.locator("body").textContent()).startsWith("level 3 ").doesNotContain("张示例", "319999");

        page.navigate(url("/probe/logout"));
        page.locator("button").click();
        page.waitForURL("**/");
        page.navigate(url("/probe/citizen"));
        page.locator("a[href*='as=citizen']").click();
        assertThat(page.locator("#password").isVisible())
                .as("the citizen cloud asks again")
                .isTrue();
    }

    @Test
    void the_agent_of_the_demo_company_signs_in_and_finds_company_letter_scope_and_end() {
        page.navigate(url("/my/mandates"));
        ChromiumForTests.signIn(page, "agent.one");
        page.waitForURL("**/my/mandates*");

        assertThat(page.locator("section.card[aria-label='海纳示范教育科技有限公司']").allInnerTexts())
                .hasSize(3)
                .allSatisfy(card -> assertThat(card)
                        .contains("海纳示范教育科技有限公司", "91319999MA1FT0043X", "有效", "海示教科委〔2026〕1号", "2026年1月1日至2027年12月31日"))
                .anySatisfy(card -> assertThat(card).contains("民办学校招生简章和广告备案"))
                .anySatisfy(card -> assertThat(card).contains("民办培训机构办学许可"))
                .anySatisfy(card -> assertThat(card).contains("民办培训机构办学许可证变更"));
        assertThat(page.locator("section.card").count()).isEqualTo(8);
        page.locator("section.card a[href='/items/recruitment-notice-filing']")
                .first()
                .click();
        page.waitForURL("**/items/recruitment-notice-filing");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_was_typed_when_the_session_ended_can_be_sent_after_the_next_login(boolean ourCookiesGone) {
        page.navigate(url("/for-clerks"));
        ChromiumForTests.signIn(page, "clerk.huangpu");
        page.navigate(url("/probe/form"));
        page.locator("textarea").fill("已核对原件，建议受理。");
        sessions.deleteById(sessionId());
        if (ourCookiesGone) {
            context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("haina.*")));
        }

        page.locator("button").click();
        assertThat(page.locator("h1").textContent()).isEqualTo("登录已过期");
        Page second =
                context.waitForPage(() -> page.locator("a[href='/signed-in']").click());
        second.locator("a[href='/oauth2/authorization/haina']").click();
        second.waitForURL(url("/signed-in*"));
        page.locator("button").click();

        assertThat(page.locator("body").textContent()).isEqualTo("clerk.huangpu: 已核对原件，建议受理。");
    }

    @Test
    void a_session_holds_no_personal_data() {
        page.navigate(url("/for-clerks"));
        ChromiumForTests.signIn(page, "decider.xuhui");
        page.waitForLoadState();

        var texts = db.sql("select encode(attribute_bytes, 'escape') from haina.session_attributes")
                .query(String.class)
                .list();

        assertThat(texts).isNotEmpty().noneMatch(text -> text.contains("319999199") || text.contains("access_token"));
    }

    private String sessionId() {
        return new String(Base64.getDecoder().decode(sessionCookie().value), StandardCharsets.UTF_8);
    }

    private Cookie sessionCookie() {
        return context.cookies(url("/")).stream()
                .filter(cookie -> cookie.name.equals("haina"))
                .findFirst()
                .orElseThrow();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
