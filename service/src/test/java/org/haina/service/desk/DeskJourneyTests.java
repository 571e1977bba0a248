package org.haina.service.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.haina.service.ChromiumForTests;
import org.haina.service.KeycloakForTests;
import org.haina.service.ServiceTest;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Officials at their desks: real login, real browser, no policy violated, nothing serious found by axe. */
@ServiceTest
class DeskJourneyTests {

    @LocalServerPort
    private int port;

    @Autowired
    private FiledCases filed;

    @Autowired
    private Cases cases;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void start() {
        KeycloakForTests.running(port);
    }

    @AfterEach
    void close() {
        contexts.forEach(BrowserContext::close);
    }

    @Test
    void a_clerk_works_by_keyboard_asks_for_correction_and_never_loses_a_word() throws Exception {
        CaseNumber number = filed.received();
        Page page = signedIn("clerk.huangpu", "/desk?tab=all&number=" + number);
        look(page, "list");
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys")).isHidden();
        page.keyboard().press("j");
        assertThat(page.locator(".row-open")).isFocused();
        page.keyboard().press("c");
        assertThat(page.locator("#told")).containsText("已签收 " + number);
        page.locator(".row-open").focus();
        page.keyboard().press("Enter");
        look(page, "case");

        page.locator("a[href='#materials-part']").click();
        page.locator("details.material summary").first().click();
        page.locator("details.material img").first().waitFor();
        page.locator("a[href='#diagram']").click();
        page.locator(".canvas .current").first().waitFor();
        assertThat(page.locator(".canvas .bjs-powered-by").first()).isVisible();
        look(page, "diagram");

        page.locator(".chosen").getByText("一次性告知补正").click();
        page.locator("input[name=mark][value='/major']").check();
        page.locator("input[name='text:/major']").fill("专业名称与学历证书不一致");
        page.getByText("预览告知书").click();
        assertThat(page.locator(".preview")).containsText("专业名称与学历证书不一致");
        look(page, "preview");
        page.getByText("发出一次性告知").click();
        assertThat(page.locator("#told")).containsText("已办理");

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.AWAITING_CORRECTION);
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_reviewer_and_a_decider_bring_a_case_to_its_result() throws Exception {
        CaseNumber number = filed.reviewing(SignedIn.clerk("310101"));
        Page review = signedIn("reviewer.huangpu", "/desk/cases/" + number);
        review.locator("[data-claim]").click();
        review.getByText("建议予以认定").first().click();
        review.locator("[data-phrase]").first().click();
        look(review, "review");
        review.getByText("确认：建议予以认定").click();
        assertThat(review.locator("#told")).containsText("已办理");

        Page decision = signedIn("decider.huangpu", "/desk/cases/" + number);
        decision.locator("[data-claim]").click();
        decision.locator(".task").getByText("不予认定").first().click();
        decision.getByText("确认：不予认定").click();
        assertThat(decision.locator(".errors")).containsText("必须说明理由");
        look(decision, "refused-input");
        decision.locator(".task").getByText("予以认定").first().click();
        decision.getByText("确认：予以认定").click();
        assertThat(decision.locator("#told")).containsText("已办理");

        assertThat(cases.get(number).status()).isIn(CaseStatus.ISSUING, CaseStatus.GRANTED);
        assertThat(complaints).isEmpty();
    }

    private Page signedIn(String account, String path) {
        BrowserContext context =
                ChromiumForTests.browser().newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        contexts.add(context);
        Page page = context.newPage();
        page.navigate("http://localhost:" + port + path);
        ChromiumForTests.signIn(page, account);
        page.waitForURL("**" + path.replaceAll("\\?.*", "") + "*");
        page.onConsoleMessage(message -> {
            // Refused input is answered with 422, which browsers write down as an error.
            if (message.type().equals("error") && !message.text().contains("422")) {
                complaints.add(message.location() + " " + message.text());
            }
        });
        page.reload();
        return page;
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/desk/" + name + ".png"))
                .setFullPage(true));
        var serious = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                        .toList();
        assertThat(serious).as(name).isEmpty();
    }
}
