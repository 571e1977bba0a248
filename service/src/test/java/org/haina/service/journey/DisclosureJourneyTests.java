package org.haina.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.haina.service.ServiceTest;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A request for information on a telephone; the school it is about is asked, objects, and the answer says why not. */
@ServiceTest
class DisclosureJourneyTests {

    @LocalServerPort
    private int port;

    private Screens screens;

    @BeforeEach
    void start() {
        screens = Screens.of("disclosure", port);
    }

    @AfterEach
    void close() {
        screens.close();
    }

    @Test
    void a_third_party_objects_and_the_applicant_reads_why_nothing_is_disclosed() {
        Screen phone = screens.phone("citizen");
        CaseNumber number = ask(phone);

        Screen clerk = screens.desk("clerk.huangpu", number);
        clerk.finish("登记受理", "");
        Screen reviewer = screens.desk("reviewer.huangpu", number);
        askThirdParty(reviewer);
        phone.open("/cases/" + number);
        assertThat(phone.page().locator("main")).containsText("特别程序");
        phone.look("third-party-asked");
        objection(reviewer);
        reviewer.finish("建议不予公开", "第三方不同意公开，理由成立。");
        Screen decider = screens.desk("decider.huangpu", number);
        decider.finish("不予公开", "所申请的信息涉及第三方商业秘密，第三方不同意公开。");

        phone.open("/cases/" + number);
        assertThat(phone.page().locator("h1")).containsText("不予公开");
        phone.look("refused");
        assertThat(phone.page().locator("main")).containsText("征求第三方意见");
        screens.assertInOrder();
    }

    private CaseNumber ask(Screen phone) {
        FormSteps form = new FormSteps(phone);
        form.apply("information-disclosure", "agent.one");
        form.begin();
        form.choose("level", "district");
        form.select("district", "310101");
        form.choose("infoKind", "institution");
        form.fill(Map.of("title", "示例培训学校的年度检查结论", "description", "2025年度检查的结论和整改要求"));
        form.next("information", "person");
        form.next("person", "delivery");
        form.choose(Map.of("way", "account", "electronicService", "true"));
        phone.page().locator("#q-truthDeclared").check();
        form.check("delivery");
        return form.submit("提交申请");
    }

    private void askThirdParty(Screen reviewer) {
        Page page = reviewer.page();
        page.locator("a.row-link", new Page.LocatorOptions().setHasText("进入特别程序"))
                .click();
        page.locator("input[name=kind][value='征求第三方意见']").check();
        page.locator("[name=duration]").fill("十五个工作日");
        page.locator("[name=reason]").fill("检查结论可能涉及该校的商业秘密");
        reviewer.look("third-party");
        new FormSteps(reviewer).press("确认：进入特别程序");
        assertThat(page.locator("#told")).isVisible();
    }

    private void objection(Screen reviewer) {
        Page page = reviewer.page();
        page.locator("a.row-link", new Page.LocatorOptions().setHasText("结束特别程序"))
                .click();
        page.locator("[name=result]").fill("第三方书面不同意公开，理由是涉及未公开的经营数据。");
        reviewer.look("objection");
        new FormSteps(reviewer).press("确认：结束特别程序");
        assertThat(page.locator("#told")).isVisible();
    }
}
