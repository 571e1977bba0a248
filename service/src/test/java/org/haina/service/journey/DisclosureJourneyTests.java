package org.haina.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.haina.service.ChromiumForTests;
import org.haina.service.KeycloakForTests;
import org.haina.service.ServiceTest;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A request for information on a telephone; the school it is about is asked, objects, and the answer says why not. */
@ServiceTest
class DisclosureJourneyTests {

    private static final String ITEM = "/items/information-disclosure";

    @LocalServerPort
    private int port;

    private final List<Screen> screens = new ArrayList<>();

    @BeforeEach
    void start() {
        KeycloakForTests.running(port);
    }

    @AfterEach
    void close() {
        screens.forEach(screen -> screen.picture(screen.name() + "-last"));
        screens.forEach(Screen::close);
    }

    @Test
    void a_third_party_objects_and_the_applicant_reads_why_nothing_is_disclosed() {
        Screen phone = keep(Screen.phone(home(), "disclosure-citizen", true));
        CaseNumber number = ask(phone);

        Screen clerk = desk("clerk", number);
        finish(clerk, "登记受理", "");
        Screen reviewer = desk("reviewer", number);
        askThirdParty(reviewer);
        phone.open("/cases/" + number);
        assertThat(phone.page().locator("main")).containsText("特别程序");
        phone.look("third-party-asked");
        objection(reviewer);
        finish(reviewer, "建议不予公开", "第三方不同意公开，理由成立。");
        Screen decider = desk("decider", number);
        finish(decider, "不予公开", "所申请的信息涉及第三方商业秘密，第三方不同意公开。");

        phone.open("/cases/" + number);
        assertThat(phone.page().locator("h1")).containsText("不予公开");
        phone.look("refused");
        assertThat(phone.page().locator("main")).containsText("征求第三方意见");
        assertThat(screens.stream().flatMap(screen -> screen.complaints().stream()))
                .isEmpty();
    }

    private CaseNumber ask(Screen phone) {
        Page page = phone.page();
        phone.open(ITEM);
        phone.look("guide");
        page.getByText("开始申请").click();
        ChromiumForTests.signIn(page, "agent.one");
        page.waitForURL("**" + ITEM + "/apply*");
        press(page, "开始填写");
        page.waitForURL("**/applications/*");
        page.locator("main a.row-link").first().click();
        page.locator("input[name=level][value=district]").check();
        page.locator("select[name=district]").selectOption("310101");
        page.locator("input[name=infoKind][value=institution]").check();
        page.locator("[name=title]").fill("示例培训学校的年度检查结论");
        page.locator("[name=description]").fill("2025年度检查的结论和整改要求");
        phone.look("information");
        press(page, "保存并继续");
        page.waitForURL("**/pages/person");
        phone.look("person");
        press(page, "保存并继续");
        page.waitForURL("**/pages/delivery");
        page.locator("input[name=way][value=account]").check();
        page.locator("input[name=electronicService][value=true]").check();
        page.locator("#q-truthDeclared").check();
        phone.look("delivery");
        press(page, "保存并继续");
        page.waitForURL("**/check");
        phone.look("check");
        press(page, "提交申请");
        page.waitForURL("**/receipt");
        return new CaseNumber(page.locator(".case-number").textContent());
    }

    private void askThirdParty(Screen reviewer) {
        Page page = reviewer.page();
        page.locator("a.row-link", new Page.LocatorOptions().setHasText("进入特别程序"))
                .click();
        page.locator("input[name=kind][value='征求第三方意见']").check();
        page.locator("[name=duration]").fill("十五个工作日");
        page.locator("[name=reason]").fill("检查结论可能涉及该校的商业秘密");
        reviewer.look("third-party");
        press(page, "确认：进入特别程序");
        assertThat(page.locator("#told")).isVisible();
    }

    private void objection(Screen reviewer) {
        Page page = reviewer.page();
        page.locator("a.row-link", new Page.LocatorOptions().setHasText("结束特别程序"))
                .click();
        page.locator("[name=result]").fill("第三方书面不同意公开，理由是涉及未公开的经营数据。");
        reviewer.look("objection");
        press(page, "确认：结束特别程序");
        assertThat(page.locator("#told")).isVisible();
    }

    private Screen desk(String role, CaseNumber number) {
        Screen desk = keep(Screen.desk(home(), "disclosure-" + role));
        desk.signIn(role + ".huangpu", "/desk/cases/" + number);
        return desk;
    }

    private static void finish(Screen desk, String outcome, String opinion) {
        Page page = desk.page();
        if (page.locator(".task [data-claim]").isVisible()) {
            page.locator(".task [data-claim]").click();
        }
        page.locator(".chosen").waitFor();
        page.locator(".chosen")
                .getByText(outcome, new Locator.GetByTextOptions().setExact(true))
                .click();
        if (!opinion.isEmpty()) {
            page.locator("[name=opinion]").fill(opinion);
        }
        desk.look(outcome);
        page.locator("button", new Page.LocatorOptions().setHasText("确认：" + outcome))
                .click();
        assertThat(page.locator("#told")).containsText("已办理");
    }

    private static void press(Page page, String words) {
        page.locator("main button", new Page.LocatorOptions().setHasText(words)).click();
    }

    private Screen keep(Screen screen) {
        screens.add(screen);
        return screen;
    }

    private String home() {
        return "http://localhost:" + port;
    }
}
